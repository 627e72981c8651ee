using Ilnp.Care.Concerns;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>What has come since the last round.</summary>
/// <param name="Plan">The cohort's.</param>
/// <param name="Needs">In the order in which they came.</param>
/// <param name="Number">Counts the cohort's rounds, from 1.</param>
/// <param name="Asked">People of the waiting list who were asked before.</param>
public sealed record RematchRound(CohortPlan Plan, IReadOnlyList<RematchNeed> Needs, int Number, IReadOnlyList<string> Asked);

/// <summary>
/// New partners for everybody who seeks at this moment, in one choice: at once where somebody who said yes fits; for whoever is
/// left a search begins and they hear of it. Whoever said yes and is not needed yet hears that they are the first in line.
/// Gives whom of the waiting list it has asked.
/// </summary>
public static class RematchRoundOrchestrator
{
    /// <summary>Somebody can go between being matched and being introduced: their partner is matched again, and so on.</summary>
    const int Passes = 3;

    [Function(nameof(RematchRoundOrchestrator))]
    public static async Task<IReadOnlyList<string>> Run([OrchestrationTrigger] TaskOrchestrationContext context, RematchRound round)
    {
        var turns = new List<SeekerTurn>();
        foreach (var need in round.Needs) turns.AddRange(await context.Take(round.Plan, need));
        var matched = await context.MatchSeekers(round, turns);
        for (var pass = 1; matched.Formed.Count > 0 && pass < Passes; pass++)
        {
            foreach (var group in matched.Formed) await context.Begin(round.Plan, group);
            matched = await context.MatchSeekers(round, turns);
        }

        foreach (var left in matched.Left) await context.Search(round, left);
        if (matched.Ahead.Count > 0) await context.StartPlaceSearch(new(round.Plan, round.Number) { Asking = matched.Ahead });
        await context.TellReady(round.Plan, matched.Ready);
        return [.. matched.Left.SelectMany(left => left.Asking), .. matched.Ahead];
    }

    /// <summary>Does what is not a matter of choice; gives who seeks by it, in their order.</summary>
    static async Task<IReadOnlyList<SeekerTurn>> Take(this TaskOrchestrationContext context, CohortPlan plan, RematchNeed need)
    {
        if (need.Parting is { } parting) return [.. (await context.Part(plan, parting)).Select(seeker => new SeekerTurn(seeker, 0))];
        if (need.SeekerId is not { } seeker) return [];
        if (need.PairId is not { } pair) return [new(seeker, need.Searches)];
        if (await context.FormTrio(plan, pair, seeker) is { } trio)
        {
            await context.Begin(plan, trio);
            return [];
        }

        await context.TellPairStays(new(plan.CohortId, pair, seeker, need.Agreed));
        return [new(seeker, need.Searches)];
    }
}
