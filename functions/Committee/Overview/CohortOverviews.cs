using Ilnp.Approvals;
using Ilnp.Committee.FormQuestions;
using Ilnp.Intake;
using Ilnp.Intake.FormSecrets;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Suppression;
using Ilnp.Operations;
using Ilnp.Operations.Disk;
using Ilnp.Operations.Stuck;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Overview;

/// <summary>Gathers the overview from the stores, all at once.</summary>
public sealed class CohortOverviews(
    PeopleStore people, GroupStore groups, DecisionStore decisions, MailLedger mails, IntakeProblemStore problems,
    StandingFailures failures, AddressKeys addresses, DiskWatch disk,
    OwnWordings wordings, StrayReading strays, CommitteeForms forms, DecisionChecks checks,
    IEnumerable<OverviewFigure> figures, SecretLines secretLines, TimeProvider time)
{
    public async Task<CohortOverview> ReadAsync(CommitteeReader reader, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (everybody, formed, decided, written, found, stopped, cohort) = (
            people.ListAsync(id, cancellation), groups.ListAsync(id, cancellation), decisions.ListAsync(id, cancellation: cancellation),
            mails.ListAsync(id, cancellation: cancellation), problems.ListAsync(id, cancellation),
            failures.ReadAsync(id, client, cancellation), client.FindAsync(InstanceIds.Cohort(id), withStatus: true, cancellation));
        var astray = strays.ListAsync(reader, cancellation);
        var own = await wordings.OfAsync(reader.Cohort, cancellation);
        var now = time.GetUtcNow();
        var (told, standing) = await stopped;
        var facts = new CohortFacts(await everybody, await decided, await formed);
        var open = (await decided).Where(decision => Confidential.IsOpenTo(reader.Member, decision)).ToList();
        return new(
            CohortNow.Of(await cohort),
            StoppedRow.Of(reader, told, standing, await decided),
            Milestone.Of(reader.Cohort, reader.Cohort.Today(now)),
            await WaitingAsync(reader, open, facts, now, cancellation),
            [.. figures.OrderBy(figure => figure.Place).Select(figure => new FigureNow(figure.TextKey, figure.Count(facts)))],
            AnswerRate.Of(forms.Unsettled(open, reader.Cohort), now),
            await formed,
            MailHealth.Of(await written),
            [.. (await found).Where(problem => problem.IsOpen)],
            UnclearNow.Of(await found, await everybody))
        {
            People = await everybody,
            Stuck = StuckRow.Of(
                reader,
                [
                    .. StuckRules.OfMails(
                        reader.Cohort, [.. (await written).Where(mail => Confidential.IsOpenTo(reader.Member, mail))], addresses.Of, now),
                    .. StuckRules.OfWords(own),
                    .. await disk.NowAsync(cancellation) is { } low ? [low] : Array.Empty<StuckThing>(),
                ],
                await everybody),
            Strays = (await astray).Groups.Sum(group => group.Count),
            HasSecretLines = IsForForms(reader) && secretLines.Recent(await found).Count > 0,
            OwnWords = own.All.Count(one => one.Words is not null),
        };
    }

    static bool IsForForms(CommitteeReader reader) => reader.Member.Is(CommitteeRole.Lead) || reader.Member.Is(CommitteeRole.Technical);

    /// <summary>Not what is too late to decide, since its step has gone on.</summary>
    async Task<IReadOnlyList<OpenDecision>> WaitingAsync(
        CommitteeReader reader, IEnumerable<Decision> decisions, CohortFacts facts, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = OpenDecision.Of(reader.Cohort, reader.Member, decisions.Where(decision => !StoppedRow.Shows(decision)), forms, now);
        var left = await checks.WithoutOverAsync([.. waiting.Select(open => open.Decision)], facts, cancellation);
        return [.. waiting.Where(open => left.Contains(open.Decision))];
    }
}
