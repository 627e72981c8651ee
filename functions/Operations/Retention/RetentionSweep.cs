using Ilnp.Intake;
using Ilnp.Intake.Stray;
using Ilnp.Links;
using Ilnp.Orchestration;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Usage;
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
    CohortStore cohorts, GroupStore groups, RawMessageStore messages, StrayStore strays, UsedLinks links, IEnumerable<IPersonalData> kinds,
    IEnumerable<IGoesWithCohort> others, IEnumerable<IAges> ages, ForgottenCohorts forgotten,
    UsageLedger usage, TimeProvider time, ILogger<RetentionSweep> logger)
{
    /// <summary>Records of a night: some minutes.</summary>
    const int Most = 5000;

    /// <summary>What is made of all the others is made anew while they are there.</summary>
    readonly IReadOnlyList<IPersonalData> inTurn = [.. kinds.OrderByDescending(kind => kind.What.Turn == ErasureTurn.Summaries)];

    [Function(nameof(LetGoWhatIsDue))]
    public async Task LetGoWhatIsDue(
        [TimerTrigger("0 37 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var all = await cohorts.ListAsync(cancellation);
        var over = await OverAsync(all, now, cancellation);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var gone = await forgotten.ListAsync(now, cancellation);
        var raw = await EachAsync(
            all.Select(cohort => cohort.Id).Except(gone), (cohort, most) => messages.PurgeAsync(cohort, today, most, cancellation));
        raw += await strays.PurgeAsync(today, Most, cancellation);
        var records = await EachAsync(over.Except(gone), (cohort, most) => ForgetAsync(cohort, most, now, cancellation));
        await usage.PurgeAsync(RetentionRules.UsageBefore(all.Where(cohort => !gone.Contains(cohort.Id)), today), Most, cancellation);
        var used = await links.PurgeAsync(RetentionRules.UsedLinksBefore(now), Most, cancellation);
        var aged = 0;
        foreach (var kind in ages) aged += await kind.LetGoAsync(Most - aged, cancellation);
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

    async Task<int> ForgetAsync(string cohortId, int most, DateTimeOffset now, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var kind in inTurn)
            if (erased < most) erased += await kind.ForgetAsync(cohortId, most - erased, cancellation);
        foreach (var other in others)
            if (erased < most) erased += await other.ForgetAsync(cohortId, most - erased, cancellation);
        if (erased == 0) await forgotten.AddAsync(cohortId, now, cancellation);
        return erased;
    }

    static async Task<int> EachAsync(IEnumerable<string> cohortIds, Func<string, int, Task<int>> act)
    {
        var done = 0;
        foreach (var cohort in cohortIds)
            if (done < Most) done += await act(cohort, Most - done);
        return done;
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
