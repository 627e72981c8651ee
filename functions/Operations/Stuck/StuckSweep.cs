using Ilnp.Intake;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Stray;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Operations.Stuck;

/// <summary>Looks on three mornings a week for what waits for a person without anybody knowing, in the cohorts that run.</summary>
public sealed class StuckSweep(
    CohortStore cohorts, StuckMails mails, StuckAnswers answers, IntakeProblemStore problems, StrayStore strays,
    StuckLetters letters, TimeProvider time)
{
    [Function(nameof(TellOfWhatIsStuck))]
    public async Task TellOfWhatIsStuck([TimerTrigger("0 11 6 * * 1,3,5")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await mails.PurgeKeptAsync(now, cancellation);
        var astray = await strays.ListAsync(cancellation);
        foreach (var cohort in (await cohorts.ListAsync(cancellation)).Where(cohort => now < new ProgrammeCalendar(cohort).End))
        {
            var stuck = (await mails.OfMailsAsync(cohort, now, cancellation))
                .Concat(await answers.OfAsync(cohort, now, cancellation))
                .Concat(await mails.OfWordsAsync(cohort, cancellation))
                .Concat(StuckRules.OfForms(await problems.ListAsync(cohort.Id, cancellation)))
                .Concat(StuckRules.OfStrays(ApplicationWindow.TakesApplications(cohort, now) ? StrayGroup.Of(astray, cohort.Id) : []));
            foreach (var thing in stuck) await letters.TellAsync(cohort, thing, cancellation);
        }
    }
}
