using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Extensions.Logging;

namespace Ilnp.Intake;

/// <summary>Genuine messages for a cohort that is not here: a form that sends to last year's address, or to a misspelt one.</summary>
public sealed class StrayMessages(CohortStore cohorts, IntakeProblemStore problems, TimeProvider time, ILogger<StrayMessages> logger)
{
    /// <summary>Cohorts that take applications now are told, once a day and form service: the answers are meant for one of them.</summary>
    public async Task TellAsync(string cohortId, FormProvider provider, CancellationToken cancellation)
    {
        logger.LogWarning("A genuine message from {Provider} named a cohort that is not here; nothing was kept", provider.Name);
        var now = time.GetUtcNow();
        foreach (var cohort in (await cohorts.ListAsync(cancellation)).Where(cohort => now.UtcDateTime < new ProgrammeCalendar(cohort).ApplicationsClose))
            await problems.NoteOnceAsync(Line(cohort.Id, cohortId, provider, now), cancellation);
    }

    static IntakeProblem Line(string cohortId, string named, FormProvider provider, DateTimeOffset now) => new()
    {
        CohortId = cohortId,
        ProblemId = $"stray-{provider.Name}-{now:yyyyMMdd}",
        Provider = provider.Name,
        Words = $"A genuine message came for the round “{TextAnswer.Quote(named)}”, which is not here, and was not kept. If a form of this round sends there, correct the address in its settings and send the answers again.",
        FoundAt = now,
    };
}
