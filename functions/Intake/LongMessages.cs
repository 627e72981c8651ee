using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake;

/// <summary>What the committee is told of messages that are longer than any is taken in.</summary>
public sealed class LongMessages(
    CohortStore cohorts, IntakeProblemStore problems, IOptions<IntakeOptions> options, TimeProvider time)
{
    /// <summary>One line a day and provider at most, since anybody can send too much.</summary>
    internal async Task NoteAsync(string cohortId, FormProvider source, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await cohorts.FindAsync(cohortId, cancellation) is not null)
            await problems.NoteOnceAsync(TooLong(cohortId, source, now), cancellation);
    }

    IntakeProblem TooLong(string cohortId, FormProvider provider, DateTimeOffset now) => new()
    {
        CohortId = cohortId,
        ProblemId = $"too-long-{provider.Name}-{now:yyyyMMdd}",
        Provider = provider.Name,
        Words = $"A message of more than {options.Value.MaxBodyBytes / 1024} kB came to the form's webhook and was refused. If somebody "
            + "missed an answer, ask for a shorter one.",
        FoundAt = now,
    };
}
