using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Operations;

/// <summary>
/// Finds the orchestrations that failed, four times a day, and sees that somebody is asked about them. What failed stays in
/// the task hub until it goes on, so that a time missed loses nothing.
/// </summary>
public sealed class StoppageSweep(
    CohortStore cohorts, StoppageStore stoppages, StoppageLetters letters, TimeProvider time, ILogger<StoppageSweep> logger)
{
    [Function(nameof(TellOfStoppages))]
    public async Task TellOfStoppages(
        [TimerTrigger("0 53 */6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var failed = await client.FailedAsync(cancellation);
        if (failed.Count == 0) return;
        var all = await cohorts.ListAsync(cancellation);
        foreach (var (cohort, keys) in ByCohort(failed, all))
        {
            var told = await NoteAsync(cohort, keys, all, client, cancellation);
            await letters.AskAsync(cohort, told, keys.ToHashSet(), cancellation);
        }
    }

    /// <summary>What no cohort can be told of concerns all that run.</summary>
    IEnumerable<(CohortSettings Cohort, IReadOnlyList<FailureKey> Failed)> ByCohort(
        IEnumerable<OrchestrationMetadata> failed, IReadOnlyList<CohortSettings> all)
    {
        var ids = all.Select(cohort => cohort.Id).ToList();
        var owned = failed.ToLookup(instance => StepInstance.Of(instance.InstanceId, ids).CohortId ?? "", instance => new FailureKey(instance.InstanceId, instance.LastUpdatedAt));
        var running = all.Where(cohort => time.GetUtcNow() < new ProgrammeCalendar(cohort).End).Select(cohort => cohort.Id).ToHashSet();
        foreach (var stray in running.Count == 0 ? owned[""] : [])
            logger.LogError("Orchestration {Instance} failed at {FailedAt:O}, belongs to no cohort, and no cohort runs whose people could be asked.", stray.InstanceId, stray.FailedAt);
        return all.Select(cohort => (cohort, (IReadOnlyList<FailureKey>)[.. owned[cohort.Id], .. running.Contains(cohort.Id) ? owned[""] : []]))
            .Where(group => group.Item2.Count > 0);
    }

    /// <summary>Keeps what is new; gives all that was ever found in the cohort.</summary>
    async Task<IReadOnlyList<Stoppage>> NoteAsync(
        CohortSettings cohort, IReadOnlyList<FailureKey> failed, IReadOnlyList<CohortSettings> all, DurableTaskClient client, CancellationToken cancellation)
    {
        var told = await stoppages.ListAsync(cohort.Id, cancellation);
        var fresh = StoppageRules.New(failed, told, time.GetUtcNow());
        if (fresh.Count == 0) return told;
        var readings = new Dictionary<string, FailureReading>();
        foreach (var key in fresh) readings[key.InstanceId] = FailureReading.Of(await client.HistoryAsync(key.InstanceId, cancellation));
        var stoppage = StoppageRules.Gather(
            cohort.Id, fresh, id => readings[id], id => StepInstance.Of(id, all.Select(known => known.Id)), time.GetUtcNow());
        foreach (var failure in stoppage.Topmost)
            logger.LogError("Orchestration {Instance} of cohort {Cohort} failed at {FailedAt:O}: {Cause}", failure.InstanceId, cohort.Id, failure.FailedAt, failure.Cause);
        await stoppages.TryAddAsync(stoppage, cancellation);
        return [.. told, stoppage];
    }
}
