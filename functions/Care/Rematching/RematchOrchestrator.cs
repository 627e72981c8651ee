using Ilnp.Care.Concerns;
using Ilnp.Introductions;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>One need and the cohort's plan.</summary>
public sealed record RematchCase(CohortPlan Plan, RematchNeed Need);

/// <summary>
/// A new partner for whoever needs one: at once when somebody who said yes fits, otherwise a search begins and they hear of it.
/// A group that loses one and has two left goes on. So rematches were before they were taken in rounds.
/// </summary>
public static class RematchOrchestrator
{
    [Function(nameof(RematchOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, RematchCase rematch)
    {
        var (plan, need) = rematch;
        if (need is { PairId: { } pair, SeekerId: { } joining })
        {
            if (await context.FormTrio(plan, pair, joining) is { } trio) await context.Begin(plan, trio);
            return;
        }

        var seekers = need.Parting is { } parting ? await context.Part(plan, parting) : [need.SeekerId!];
        foreach (var seeker in seekers)
        {
            if (await context.PairWithAvailable(plan, seeker) is { } group) await context.Begin(plan, group);
            else await context.Search(plan, seeker, need);
        }
    }

    internal static async Task Begin(this TaskOrchestrationContext context, CohortPlan plan, string group)
    {
        await context.TellNewPartners(plan.CohortId, group);
        await context.Introduce(plan.CohortId, group);
        await context.BeginCare(plan, group);
    }
}
