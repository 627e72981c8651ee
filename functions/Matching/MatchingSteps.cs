using Ilnp.Matching.Problem;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Matching;

/// <summary>The steps of the matching, as orchestrations say them.</summary>
static class MatchingSteps
{
    public static Task MatchWithApproval(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.CallSubOrchestratorAsync(
            nameof(MatchingOrchestrator), plan, new SubOrchestrationOptions(instanceId: InstanceIds.Matching(plan.CohortId)));

    public static Task ProposeMatches(this TaskOrchestrationContext context, MatchingRound round) =>
        context.Do(nameof(MatchingActivities.ProposeMatches), round);

    /// <summary>The pairs to keep apart after a lead has sent the proposal back.</summary>
    public static Task<IReadOnlyList<PersonPair>> ReadSeparations(this TaskOrchestrationContext context, MatchingRound round) =>
        context.Do<IReadOnlyList<PersonPair>>(nameof(MatchingActivities.ReadSeparations), round);

    public static Task AskApproval(this TaskOrchestrationContext context, CohortPlan plan, int round) =>
        context.Do(nameof(MatchApprovalActivities.AskMatchApproval), new ApprovalRequest(plan.CohortId, round, 0, context.InstanceId));

    public static Task RemindApproval(this TaskOrchestrationContext context, CohortPlan plan, int round, int reminder) =>
        context.Do(
            nameof(MatchApprovalActivities.AskMatchApproval), new ApprovalRequest(plan.CohortId, round, reminder, context.InstanceId));
}
