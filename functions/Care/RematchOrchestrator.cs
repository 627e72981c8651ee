using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Introductions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>Somebody leaves a group.</summary>
public sealed record RematchCase(CohortPlan Plan, string GroupId, string LeaverId);

/// <summary>
/// A new partner for whoever is left behind: first somebody who said yes, then the waiting list with an inquiry, then
/// a sound pair that agrees to become a trio. A trio that loses one goes on as a pair.
/// </summary>
public static class RematchOrchestrator
{
    /// <summary>People of the waiting list asked for one place before a trio is tried.</summary>
    const int WaitingListTries = 3;

    [Function(nameof(RematchOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, RematchCase rematch)
    {
        var left = await context.PartWith(rematch);
        if (left is null) return;

        var group = await context.PairWithAvailable(rematch, left)
            ?? await context.PairFromWaitingList(rematch, left)
            ?? await context.JoinPair(rematch, left);
        if (group is null)
        {
            await context.ReportUnplaced(rematch, left);
            return;
        }

        await context.Introduce(rematch.Plan.CohortId, group);
        await context.BeginCare(rematch.Plan, group);
    }

    static async Task<string?> PairFromWaitingList(this TaskOrchestrationContext context, RematchCase rematch, string left)
    {
        var plan = rematch.Plan;
        for (var attempt = 0; attempt < WaitingListTries && context.CurrentUtcDateTime.AddDays(plan.LaterDays) < plan.FinalSurvey; attempt++)
        {
            if (await context.NextOnWaitingList(rematch, left) is not { } candidate) return null;
            var closes = context.CurrentUtcDateTime.AddDays(plan.LaterDays);
            await context.AskEverybody(plan, [candidate], closes);
            await context.WaitUntil(closes);
            await context.CloseInquiry(plan);
            if (await context.PairWithAvailable(rematch, left) is { } group) return group;
        }

        return null;
    }

    /// <summary>Asks both members of the best pair; one "no" or no answer in time leaves the pair as it is.</summary>
    static async Task<string?> JoinPair(this TaskOrchestrationContext context, RematchCase rematch, string left)
    {
        var closes = context.CurrentUtcDateTime.AddDays(rematch.Plan.LaterDays);
        if (await context.AskTrioConsent(rematch, left, closes) is not { } pair) return null;
        var inbox = context.Inbox<DecisionRecorded>(TrioConsent.Answered);
        var agreed = new HashSet<string>();
        while (agreed.Count < pair.Members.Count)
        {
            var answer = await inbox.NextUntil(closes, word => pair.Members.Any(member => word.DecisionId == TrioConsent.DecisionId(pair.GroupId, left, member)));
            if (answer?.Choice != TrioConsent.Agree) return null;
            agreed.Add(answer.SubjectId);
        }

        return await context.FormTrio(rematch, pair.GroupId, left);
    }
}
