using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Stray;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Operations.Stuck;

/// <summary>Looks on three mornings a week for what waits for a person without anybody knowing, in the cohorts that run.</summary>
public sealed class StuckSweep(
    CohortStore cohorts, MailLedger mails, DecisionStore decisions,
    DecisionChecks checks, AddressKeys addresses, KeptMails kept, OwnWordings wordings,
    IntakeProblemStore problems, StrayStore strays, StuckLetters letters, TimeProvider time)
{
    /// <summary>Days, of those that people are told: 30, of which up to three pass until the next sweep.</summary>
    const int MostDaysKept = 27;

    [Function(nameof(TellOfWhatIsStuck))]
    public async Task TellOfWhatIsStuck([TimerTrigger("0 11 6 * * 1,3,5")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await kept.PurgeAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-MostDaysKept), cancellation);
        var astray = await strays.ListAsync(cancellation);
        foreach (var cohort in (await cohorts.ListAsync(cancellation)).Where(cohort => now < new ProgrammeCalendar(cohort).End))
        {
            var written = await mails.ListAsync(cohort.Id, cancellation: cancellation);
            var inDoubt = written.Where(mail => mail.Status is MailStatus.Claimed or MailStatus.Unknown).Select(mail => mail.Key);
            await kept.KeepOnlyAsync(cohort.Id, inDoubt, cancellation);
            var stuck = StuckRules.OfMails(cohort, written, addresses.Of, now)
                .Concat(StuckRules.OfAnswers(cohort, await LateAsync(cohort, now, cancellation), now))
                .Concat(StuckRules.OfWords(await wordings.OfAsync(cohort, cancellation)))
                .Concat(StuckRules.OfForms(await problems.ListAsync(cohort.Id, cancellation)))
                .Concat(StuckRules.OfStrays(ApplicationWindow.TakesApplications(cohort, now) ? StrayGroup.Of(astray, cohort.Id) : []));
            foreach (var thing in stuck) await letters.TellAsync(cohort, thing, cancellation);
        }
    }

    /// <summary>Not those that another's answer has settled, or that are too late.</summary>
    async Task<IReadOnlyList<Decision>> LateAsync(CohortSettings cohort, DateTimeOffset now, CancellationToken cancellation) =>
        await checks.WithoutOverAsync(
            (await decisions.ListAsync(cohort.Id, cancellation: cancellation))
                .Where(decision => StuckRules.MayBeLate(cohort, decision, now)), cancellation);
}
