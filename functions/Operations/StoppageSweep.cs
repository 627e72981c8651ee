using Ilnp.Orchestration;
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
        var ids = all.Select(cohort => cohort.Id).ToList();
        var owned = failed.ToLookup(
            instance => StepInstance.Of(instance.InstanceId, ids).CohortId ?? "",
            instance => new FailureKey(instance.InstanceId, instance.LastUpdatedAt));
        var running = all.Where(IsRunning).ToHashSet();
        if (running.Count == 0) Log(owned[""]);
        foreach (var cohort in all)
        {
            // What no cohort owns concerns all that run.
            HashSet<FailureKey> keys = [.. owned[cohort.Id], .. running.Contains(cohort) ? owned[""] : []];
            if (keys.Count == 0) continue;
            var told = await NoteAsync(cohort.Id, keys, ids, client, cancellation);
            await letters.AskAsync(cohort, told, keys, cancellation);
        }
    }

    bool IsRunning(CohortSettings cohort) => time.GetUtcNow() < new ProgrammeCalendar(cohort).End;

    void Log(IEnumerable<FailureKey> strays)
    {
        foreach (var stray in strays)
            logger.LogError("Orchestration {Instance} failed; no cohort runs whose people could be asked.", stray.InstanceId);
    }

    /// <summary>Keeps what is new; gives all that was ever found in the cohort.</summary>
    async Task<IReadOnlyList<Stoppage>> NoteAsync(
        string cohortId, IEnumerable<FailureKey> failed, IReadOnlyList<string> ids, DurableTaskClient client,
        CancellationToken cancellation)
    {
        var told = await stoppages.ListAsync(cohortId, cancellation);
        var fresh = StoppageRules.New(failed, told, time.GetUtcNow());
        if (fresh.Count == 0) return told;
        var readings = new Dictionary<string, FailureReading>();
        foreach (var key in fresh) readings[key.InstanceId] = FailureReading.Of(await client.HistoryAsync(key.InstanceId, cancellation));
        var stoppage = StoppageRules.Gather(cohortId, fresh, readings, id => StepInstance.Of(id, ids), time.GetUtcNow());
        foreach (var (id, cause) in stoppage.Topmost.Select(failure => (failure.InstanceId, failure.Cause)))
            logger.LogError("Orchestration {Instance} of cohort {Cohort} failed: {Cause}", id, cohortId, cause);
        await stoppages.TryAddAsync(stoppage, cancellation);
        return [.. told, stoppage];
    }
}
