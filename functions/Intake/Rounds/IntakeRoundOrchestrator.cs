using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake.Rounds;

/// <summary>Takes a round's messages in: the first at once, the others when no more can come.</summary>
public static class IntakeRoundOrchestrator
{
    [Function(nameof(IntakeRoundOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, IntakeRound round)
    {
        await context.TakeIn(new(round.CohortId, [round.FirstId]));
        await context.WaitUntil(round.LastLook);
        while (await context.ListWaiting(round) is { Ids.Count: > 0 } waiting)
        {
            await context.TakeIn(waiting);
            await context.EndWaiting(round, waiting);
        }
    }

    static async Task TakeIn(this TaskOrchestrationContext context, MessageBatch batch)
    {
        var registered = await context.Do<RegisteredBatch>(nameof(IntakeRoundActivities.RegisterMessages), batch);
        if (registered.Ids.Count > 0) await context.Do(nameof(IntakeRoundActivities.AcknowledgeMessages), registered);
    }

    static Task<MessageBatch> ListWaiting(this TaskOrchestrationContext context, IntakeRound round) =>
        context.Do<MessageBatch>(nameof(IntakeRoundActivities.ListWaiting), round);

    static Task EndWaiting(this TaskOrchestrationContext context, IntakeRound round, MessageBatch batch) =>
        context.Do(nameof(IntakeRoundActivities.EndWaiting), new WaitingBatch(round, batch.Ids));
}
