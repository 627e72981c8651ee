using Ilnp.Approvals;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Operations.Stuck;

/// <summary>Looks on three mornings a week for what waits for a person without anybody knowing, in the cohorts that run.</summary>
public sealed class StuckSweep(
    CohortStore cohorts, MailLedger mails, DecisionStore decisions, DecisionChecks checks, AddressKeys addresses, OwnWordings wordings, StuckLetters letters,
    TimeProvider time)
{
    [Function(nameof(TellOfWhatIsStuck))]
    public async Task TellOfWhatIsStuck([TimerTrigger("0 11 6 * * 1,3,5")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var cohort in (await cohorts.ListAsync(cancellation)).Where(cohort => now < new ProgrammeCalendar(cohort).End))
        {
            var written = await mails.ListAsync(cohort.Id, cancellation: cancellation);
            var stuck = StuckRules.OfMails(cohort, written, addresses.Of, now)
                .Concat(StuckRules.OfAnswers(cohort, await LateAsync(cohort, now, cancellation), now))
                .Concat(StuckRules.OfWords(await wordings.OfAsync(cohort, cancellation)));
            foreach (var thing in stuck) await letters.TellAsync(cohort, thing, cancellation);
        }
    }

    /// <summary>Not those that another's answer has settled.</summary>
    async Task<IReadOnlyList<Decision>> LateAsync(CohortSettings cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var late = new List<Decision>();
        foreach (var decision in (await decisions.ListAsync(cohort.Id, cancellation: cancellation)).Where(decision => StuckRules.MayBeLate(cohort, decision, now)))
            if ((await checks.StandAsync(decision, cancellation)).OverKey is null) late.Add(decision);
        return late;
    }
}
