using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Matching;

/// <summary>Proposes pairs until a lead approves them.</summary>
public static class MatchingOrchestrator
{
    /// <summary>Raised when a lead decides about the proposal; payload <see cref="DecisionRecorded"/>.</summary>
    public const string ApprovalEvent = "MatchApproval";

    [Function(nameof(MatchingOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortPlan plan)
    {
        var inbox = context.Inbox<DecisionRecorded>(ApprovalEvent);
        var round = new MatchingRound(plan.CohortId, 1, Apart: []);
        while (true)
        {
            await context.ProposeMatches(round);
            await context.AskApproval(plan, round.Round);
            if (await context.Approved(inbox, plan, round.Round)) return;
            round = round with { Round = round.Round + 1, Apart = await context.ReadSeparations(round) };
        }
    }

    /// <summary>Waits for the first lead who decides about this round; a late word on an earlier round does not count.</summary>
    static async Task<bool> Approved(this TaskOrchestrationContext context, EventInbox<DecisionRecorded> inbox, CohortPlan plan, int round)
    {
        while (true)
        {
            var decision = await inbox.NextWithReminders(
                TimeSpan.FromDays(plan.Care.RemindDays), reminder => context.RemindApproval(plan, round, reminder));
            if (MatchApprovalForm.IsOf(decision.DecisionId, round)) return decision.Choice == MatchApprovalForm.Approve;
        }
    }
}
