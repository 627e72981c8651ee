using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Standstill;

/// <summary>
/// The last moment of some questions passed while nothing ran: nobody's silence is taken for an answer. Whoever has not answered hears
/// that they still can, and the committee that they were told so.
/// </summary>
public static class MoreTimeOrchestrator
{
    /// <summary>Gives whether anybody has more time; it does not wait until that is over.</summary>
    [Function(nameof(MoreTimeOrchestrator))]
    public static async Task<bool> Run([OrchestrationTrigger] TaskOrchestrationContext context, LateThing late)
    {
        var given = late.Given!;
        var open = await context.Do<IReadOnlyList<string>>(nameof(MoreTimeActivities.PutOffQuestions), given);
        if (open.Count == 0) return false;
        await context.ForEach(
            open, nameof(MoreTimeActivities.WriteStillOpen), question => new StillOpen(late.CohortId, question, given.Until));
        await context.TellLate(late with { Open = open });
        return true;
    }
}
