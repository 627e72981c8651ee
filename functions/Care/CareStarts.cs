using Ilnp.Care.Concerns;
using Ilnp.Mail.Quiet;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care;

/// <summary>Starts orchestrations that live beside the cohort's own. Starting twice finds the running one.</summary>
public sealed class CareStarts(GroupStore groups, PeopleStore people)
{
    /// <summary>
    /// Care for one group. Its pulses, and what is counted in days from them, come at an hour that is day for all of its members, where
    /// there is one.
    /// </summary>
    [Function(nameof(StartGroup))]
    public async Task StartGroup([ActivityTrigger] GroupCheckpoint at, [DurableClient] DurableTaskClient client)
    {
        var members = (await groups.FindAsync(at.CohortId, at.GroupId))?.Members ?? [];
        var found = await Task.WhenAll(members.Select(member => people.FindAsync(at.CohortId, member)));
        string[] zones = [.. found.OfType<Person>().SelectMany(QuietHours.ZonesOf).Distinct()];
        var byDay = QuietHours.WakesAt(zones, new(at.NextPulse, TimeSpan.Zero), QuietHours.Summer) ?? at.NextPulse;
        await client.StartOnceAsync(
            nameof(GroupOrchestrator), at with { NextPulse = byDay }, InstanceIds.Group(at.CohortId, at.GroupId));
    }
}
