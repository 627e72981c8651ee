using Ilnp.Approvals;
using Ilnp.Operations;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Overview;

/// <summary>Gathers the overview from the stores, all at once.</summary>
public sealed class CohortOverviews(
    OverviewFacts facts, OverviewQuestions questions, OverviewMails mails, OverviewForms forms, StandingFailures failures,
    IEnumerable<OverviewFigure> figures, TimeProvider time)
{
    public async Task<CohortOverview> ReadAsync(CommitteeReader reader, DurableTaskClient client, CancellationToken cancellation)
    {
        var (id, now) = (reader.Cohort.Id, time.GetUtcNow());
        var (stored, written, asking, stopped, cohort) = (
            facts.ReadAsync(id, cancellation), mails.ReadAsync(reader, now, cancellation), forms.ReadAsync(reader, cancellation),
            failures.ReadAsync(id, client, cancellation), client.FindAsync(InstanceIds.Cohort(id), withStatus: true, cancellation));
        var (mail, form, all) = (await written, await asking, await stored);
        var (told, standing) = await stopped;
        var open = all.Decisions.Where(decision => Confidential.IsOpenTo(reader.Member, decision)).ToList();
        return new(
            CohortNow.Of(await cohort),
            StoppedRow.Of(reader, told, standing, all.Decisions),
            Milestone.Of(reader.Cohort, reader.Cohort.Today(now)),
            await questions.WaitingAsync(reader, open, all, now, cancellation),
            [.. figures.OrderBy(figure => figure.Place).Select(figure => new FigureNow(figure.TextKey, figure.Count(all)))],
            questions.Rates(open, reader.Cohort, now),
            all.Groups,
            mail.Health,
            [.. form.Problems.Where(problem => problem.IsOpen)],
            UnclearNow.Of(form.Problems, all.People))
        {
            People = all.People,
            Stuck = StuckRow.Of(reader, mail.Stuck, all.People),
            Strays = form.Strays,
            HasSecretLines = form.HasSecretLines,
            OwnWords = mail.OwnWords,
        };
    }
}
