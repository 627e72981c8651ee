using Ilnp.Care.Weeks;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care.Rematching;

/// <summary>Starts what lives beside the cohort's own orchestration. Starting twice finds the running one.</summary>
public sealed class RematchStarts
{
    /// <summary>The cohort's rematches, one after the other, and its liaisons' weeks.</summary>
    [Function(nameof(StartRematches))]
    public async Task StartRematches([ActivityTrigger] CohortPlan plan, [DurableClient] DurableTaskClient client)
    {
        await client.StartOnceAsync(nameof(RematchQueueOrchestrator), RematchQueue.Of(plan), InstanceIds.Care(plan.CohortId));
        await client.StartOnceAsync(nameof(LiaisonWeeksOrchestrator), LiaisonWeeks.Of(plan), InstanceIds.LiaisonWeeks(plan.CohortId));
    }

    /// <summary>A search for one person, by rematches that began before there were rounds.</summary>
    [Function(nameof(StartSearch))]
    public Task StartSearch([ActivityTrigger] Search search, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(
            nameof(SearchOrchestrator), search, InstanceIds.Search(search.Plan.CohortId, search.SeekerId, search.Searches));

    /// <summary>A search of a round: for somebody who is left, or for people who stand ready.</summary>
    [Function(nameof(StartPlaceSearch))]
    public Task StartPlaceSearch([ActivityTrigger] PlaceSearch search, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(
            nameof(PlaceSearchOrchestrator), search, InstanceIds.Search(search.Plan.CohortId, search.Subject, search.Number));
}
