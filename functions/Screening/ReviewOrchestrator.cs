using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Screening;

/// <summary>
/// Applications are closed: possible duplicates are proposed to the leads, who also get the list of problems. Undecided
/// proposals keep the later applicant out of the matching, so nobody is ever in two groups; the matching begins without
/// the rest of the decisions when time is up.
/// </summary>
public static class ReviewOrchestrator
{
    /// <summary>Raised when a lead decides about a possible duplicate; payload <see cref="DecisionRecorded"/>.</summary>
    public const string DecidedEvent = "DuplicateDecided";

    [Function(nameof(ReviewOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortPlan plan)
    {
        var open = (await context.ProposeDuplicates(plan)).ToHashSet();
        var closes = context.CurrentUtcDateTime.AddDays(plan.Care.RemindDays);
        var inbox = context.Inbox<DecisionRecorded>(DecidedEvent);
        await context.SendReview(plan, closes);
        while (open.Count > 0 && await inbox.NextUntil(closes) is { } decision)
        {
            var proposal = DuplicateForm.ProposalOf(decision.DecisionId);
            await context.ResolveDuplicate(plan, proposal, decision.Choice);
            open.Remove(proposal);
        }
    }
}
