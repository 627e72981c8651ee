using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>Somebody waits for a partner, and nobody who said yes fits.</summary>
/// <param name="Plan">The cohort's.</param>
/// <param name="SeekerId">Who waits.</param>
/// <param name="Searches">Including this one.</param>
public sealed record Search(CohortPlan Plan, string SeekerId, int Searches);

/// <summary>
/// Looks for a partner where somebody has to be asked first: the waiting list, one after the other, then a sound pair that
/// may take in a third. Whom it finds is matched by the cohort's rematches, in their turn. So searches
/// were before rematches were taken in rounds.
/// </summary>
public static class SearchOrchestrator
{
    /// <summary>People of the waiting list asked for one place before a trio is tried.</summary>
    const int WaitingListTries = 3;

    [Function(nameof(SearchOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, Search search)
    {
        if (!await context.AskWaitingList(search) && !await context.AskPair(search)) await context.ReportUnplaced(search);
    }

    /// <summary>Whether somebody said yes. An answer is heard when it comes; nobody waits for the last day.</summary>
    static async Task<bool> AskWaitingList(this TaskOrchestrationContext context, Search search)
    {
        var plan = search.Plan;
        var inbox = context.Inbox<DecisionRecorded>(InquiryForm.Answered);
        for (var attempt =
            0; attempt < WaitingListTries && context.CurrentUtcDateTime.AddDays(plan.LaterDays) < plan.FinalSurvey; attempt++)
        {
            if (await context.NextOnWaitingList(search) is not { } candidate) return false;
            var closes = context.CurrentUtcDateTime.AddDays(plan.LaterDays);
            await context.AskSomebody(plan, candidate, closes);
            var answer = await inbox.NextUntil(closes, word => word.DecisionId == InquiryForm.DecisionId(candidate));
            await context.CloseInquiry(plan, candidate);
            if (answer?.Choice != InquiryForm.Yes) continue;
            context.AskForRematch(search, new() { SeekerId = search.SeekerId, Searches = search.Searches });
            return true;
        }

        return false;
    }

    /// <summary>Asks both members of the best pair; one "no" or no answer in time leaves the pair as it is.</summary>
    static async Task<bool> AskPair(this TaskOrchestrationContext context, Search search)
    {
        var closes = context.CurrentUtcDateTime.AddDays(search.Plan.LaterDays);
        if (closes >= search.Plan.FinalSurvey || await context.AskTrioConsent(search, closes) is not { } pair) return false;
        var inbox = context.Inbox<DecisionRecorded>(TrioConsent.Answered);
        var agreed = new HashSet<string>();
        while (agreed.Count < pair.Members.Count)
        {
            var answer = await inbox.NextUntil(
                closes,
                word => pair.Members.Any(member => word.DecisionId == TrioConsent.DecisionId(pair.GroupId, search.SeekerId, member)));
            if (answer?.Choice != TrioConsent.Agree) return false;
            agreed.Add(answer.SubjectId);
        }

        context.AskForRematch(search, new() { SeekerId = search.SeekerId, PairId = pair.GroupId, Searches = search.Searches });
        return true;
    }
}
