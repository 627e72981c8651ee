using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Rights;

/// <summary>
/// Somebody asked that everything about them be erased: they are told, those who wait for them hear that they have left, and then
/// everything goes. Ids only: this history is purged later than the person.
/// </summary>
public static class ErasureOrchestrator
{
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>A group that has not let go by then has stopped for another reason; nobody's wish waits for that.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>In which the letters to those who stay are written: they name who has left.</summary>
    static readonly TimeSpan Letters = TimeSpan.FromMinutes(5);

    [Function(nameof(ErasureOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, PersonRef person)
    {
        var selves = await context.Do<IReadOnlyList<PersonRef>>(nameof(ErasureActivities.FindSelves), person);
        await context.Do(nameof(ErasureActivities.TellErasure), person);
        var patience = context.CurrentUtcDateTime + Patience;
        var left = false;
        while (await context.IsNeeded(selves) && context.CurrentUtcDateTime < patience)
        {
            left = true;
            await context.CreateTimer(LookAgain, CancellationToken.None);
        }

        if (left) await context.CreateTimer(Letters, CancellationToken.None);
        foreach (var self in selves) await context.Do(nameof(ErasureActivities.ErasePerson), self);
    }

    static async Task<bool> IsNeeded(this TaskOrchestrationContext context, IReadOnlyList<PersonRef> selves)
    {
        var needed = false;
        foreach (var self in selves) needed |= await context.Do<bool>(nameof(ErasureActivities.LeaveForGood), self);
        return needed;
    }
}
