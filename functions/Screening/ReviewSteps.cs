using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Screening;

/// <summary>The review of the applications, as orchestrations say it.</summary>
static class ReviewSteps
{
    public static Task ReviewApplications(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.CallSubOrchestratorAsync(
            nameof(ReviewOrchestrator), plan, new SubOrchestrationOptions(instanceId: InstanceIds.Review(plan.CohortId)));

    /// <summary>The ids of the proposals that are open.</summary>
    public static Task<IReadOnlyList<string>> ProposeDuplicates(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.Do<IReadOnlyList<string>>(nameof(ReviewActivities.ProposeDuplicates), plan.CohortId);

    public static Task SendReview(this TaskOrchestrationContext context, CohortPlan plan, DateTime closes) =>
        context.Do(nameof(ReviewActivities.SendReview), new ReviewRequest(plan.CohortId, context.InstanceId, closes));

    public static Task ResolveDuplicate(this TaskOrchestrationContext context, CohortPlan plan, string proposalId, string choice) =>
        context.Do(nameof(ReviewActivities.ResolveDuplicate), new DuplicateResolution(plan.CohortId, proposalId, choice));
}

/// <summary>The leads are shown what came in.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="InstanceId">The orchestration that waits for decisions.</param>
/// <param name="Closes">UTC; until then decisions count.</param>
public sealed record ReviewRequest(string CohortId, string InstanceId, DateTime Closes);

/// <summary>A lead's word on a possible duplicate.</summary>
public sealed record DuplicateResolution(string CohortId, string ProposalId, string Choice);
