using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Operations.Retention;

/// <summary>
/// Lets go what is due, each night: messages as they came, everything about the people of cohorts that are over, used links, and histories
/// of orchestrations that have ended. A night does a bounded part; whatever is left, the next one does. A cohort of which nothing was left
/// is looked at once a month for half a year, so that years of cohorts cost no more a night than one.
/// </summary>
public sealed class RetentionSweep(
    CohortStore cohorts, GroupStore groups, DueMessages messages, DueCohorts forgetting, DueByAge aging,
    TimeProvider time, ILogger<RetentionSweep> logger)
{
    /// <summary>Records of a night: some minutes.</summary>
    const int Most = 5000;

    [Function(nameof(LetGoWhatIsDue))]
    public async Task LetGoWhatIsDue(
        [TimerTrigger("0 37 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var all = await cohorts.ListAsync(cancellation);
        var over = await OverAsync(all, now, cancellation);
        var gone = await forgetting.GoneAsync(now, cancellation);
        var raw = await messages.LetGoAsync(
            all.Select(cohort => cohort.Id).Except(gone), DateOnly.FromDateTime(now.UtcDateTime), Most, cancellation);
        var records = await Portion.OfEachAsync(
            over.Except(gone), Most, (cohort, most) => forgetting.ForgetAsync(cohort, most, now, cancellation));
        var (used, aged) = await aging.LetGoAsync(all.Where(cohort => !gone.Contains(cohort.Id)), now, Most, cancellation);
        var histories = await PurgeHistoriesAsync([.. all.Select(cohort => cohort.Id)], over, client, now, cancellation);
        logger.LogInformation(
            "Let go: {Messages} messages, {Records} records of {Cohorts} cohorts that are over, {Links} used links, {Drafts} "
                + "drafts, {Histories} histories.",
            raw, records, over.Count, used, aged, histories);
    }

    async Task<HashSet<string>> OverAsync(IEnumerable<CohortSettings> all, DateTimeOffset now, CancellationToken cancellation)
    {
        var over = new HashSet<string>();
        foreach (var cohort in all.Where(cohort => RetentionRules.IsOver(cohort, now)))
            if (!RetentionRules.MayWait(cohort, now) || !RetentionRules.Waits(cohort, await groups.ListAsync(cohort.Id, cancellation), now))
                over.Add(cohort.Id);
        return over;
    }

    async Task<int> PurgeHistoriesAsync(
        IReadOnlyList<string> cohortIds, HashSet<string> over, DurableTaskClient client, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = (await client.EndedAsync(cancellation))
            .Where(instance => StepInstance.Of(instance.InstanceId, cohortIds) is var step
                && RetentionRules.IsDue(instance, step, step.CohortId is { } cohort && over.Contains(cohort), now))
            .Take(Most).ToList();
        foreach (var instance in due) await client.PurgeAsync(instance.InstanceId, cancellation);
        return due.Count;
    }
}
