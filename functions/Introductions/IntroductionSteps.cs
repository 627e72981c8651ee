using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Introductions;

/// <summary>The steps of the introductions, as orchestrations say them.</summary>
static class IntroductionSteps
{
    /// <summary>Every group becomes active; those for whom it is day hear of each other, the others are given back.</summary>
    public static async Task<IReadOnlyList<AsleepTogether>> IntroduceEverybody(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var groups = await context.Do<IReadOnlyList<string>>(nameof(IntroductionActivities.ListGroupsToIntroduce), plan.CohortId);
        var people = groups.Count * 2 + 1; // a trio may be among them
        await context.MayGo(plan.HoldsMailings, plan.CohortId, MailingNames.Introduction, people);
        IReadOnlyList<AsleepTogether> asleep = plan.IsQuietThroughout && groups.Count > 0
            ? await context.Do<IReadOnlyList<AsleepTogether>>(
                nameof(QuietActivities.ListAsleepTogether), new SomeGroups(plan.CohortId, groups))
            : [];
        var later = asleep.Select(one => one.GroupId).ToHashSet();
        await context.ForEach(
            groups.Where(later.Contains), nameof(IntroductionActivities.ActivateGroup), group => new GroupRef(plan.CohortId, group));
        await Task.WhenAll(groups.Where(group => !later.Contains(group)).Select(group => context.Introduce(plan.CohortId, group)));
        return asleep;
    }

    /// <summary>Writes to each group when it is day for all of its members. Whoever has gone meanwhile is introduced to nobody.</summary>
    public static async Task IntroduceByDay(
        this TaskOrchestrationContext context, CohortPlan plan, IReadOnlyList<AsleepTogether> asleep)
    {
        foreach (var morning in asleep.GroupBy(one => one.WakesAt).OrderBy(same => same.Key))
        {
            await context.WaitUntil(morning.Key);
            await context.ForEach(
                morning, nameof(IntroductionActivities.SendIntroduction), one => new GroupRef(plan.CohortId, one.GroupId));
        }
    }

    /// <summary>The group becomes active, then its members hear of each other.</summary>
    public static async Task Introduce(this TaskOrchestrationContext context, string cohortId, string groupId)
    {
        var group = new GroupRef(cohortId, groupId);
        await context.Do(nameof(IntroductionActivities.ActivateGroup), group);
        await context.Do(nameof(IntroductionActivities.SendIntroduction), group);
    }
}
