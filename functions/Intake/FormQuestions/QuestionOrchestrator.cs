using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake.FormQuestions;

/// <summary>The committee has said what questions are, or took it back: every message with them is read again, some at a time.</summary>
public static class QuestionOrchestrator
{
    /// <summary>Steps before the history begins anew.</summary>
    const int Steps = 20;

    [Function(nameof(QuestionOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, QuestionsSaid said)
    {
        for (var step = 0; step < Steps; step++)
            if (!await context.Do<bool>(nameof(QuestionActivities.ReadMessagesAgain), said)) return;
        context.ContinueAsNew(said);
    }
}

/// <summary>A cohort of whose questions something was said.</summary>
public sealed record QuestionsSaid(string CohortId);

/// <summary>What follows from what questions are.</summary>
public sealed class QuestionActivities(ReadingAnew anew, CohortStore cohorts)
{
    /// <summary>Brings the next messages to what is said of their questions now.</summary>
    /// <returns>Whether there may be more.</returns>
    [Function(nameof(ReadMessagesAgain))]
    public async Task<bool> ReadMessagesAgain([ActivityTrigger] QuestionsSaid said) =>
        await anew.NextAsync(await cohorts.GetAsync(said.CohortId), CancellationToken.None);
}
