using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Introductions;

/// <summary>The steps of the introductions, as orchestrations say them.</summary>
static class IntroductionSteps
{
    public static async Task IntroduceEverybody(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var groups = await context.Do<IReadOnlyList<string>>(nameof(IntroductionActivities.ListGroupsToIntroduce), plan.CohortId);
        await Task.WhenAll(groups.Select(group => context.Introduce(plan.CohortId, group)));
    }

    /// <summary>The group becomes active, then its members hear of each other.</summary>
    public static async Task Introduce(this TaskOrchestrationContext context, string cohortId, string groupId)
    {
        var group = new GroupRef(cohortId, groupId);
        await context.Do(nameof(IntroductionActivities.ActivateGroup), group);
        await context.Do(nameof(IntroductionActivities.SendIntroduction), group);
    }
}
