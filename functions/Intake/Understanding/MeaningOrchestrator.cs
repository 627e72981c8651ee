using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake.Understanding;

/// <summary>The committee has said what a word means, or took it back: every application with it is read again.</summary>
public static class MeaningOrchestrator
{
    [Function(nameof(MeaningOrchestrator))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WordSaid word) =>
        context.Do(nameof(MeaningActivities.ReadAgain), word);
}

/// <summary>A word of which something was said: its id only, since words are people's.</summary>
public sealed record WordSaid(string CohortId, string WordId);

/// <summary>What follows from a word's meaning.</summary>
public sealed class MeaningActivities(SecondReading second, CohortStore cohorts)
{
    /// <summary>Brings all applications with the word to what is said of it now.</summary>
    [Function(nameof(ReadAgain))]
    public async Task ReadAgain([ActivityTrigger] WordSaid word) =>
        await second.OfWordAsync(await cohorts.GetAsync(word.CohortId), word.WordId, CancellationToken.None);
}
