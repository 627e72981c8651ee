using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.SecondPartners.Questions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.SecondPartners;

/// <summary>
/// A cohort's second partners, beside the cohort's own orchestration: from the first wish on partners are asked, then pairs are made and a
/// lead approves them, and each is looked after until it ends. What an event says is read from where it was recorded: an event only says
/// that there is something to look at.
/// </summary>
public static class SecondOrchestrator
{
    /// <summary>Between two looks whether somebody is not here any more.</summary>
    static readonly TimeSpan Look = TimeSpan.FromDays(3);

    [Function(nameof(SecondOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, string cohortId)
    {
        var words = context.Inbox<DecisionRecorded>(Second.Said);
        if (await context.GatherWishes(cohortId, words) is not { } dates) return;
        var made = await context.MakeSecondPairs(cohortId);
        await context.TellUnpaired(cohortId);
        if (made.Count == 0) return;
        if (await context.Approved(cohortId, dates.MadeAt(context.CurrentUtcDateTime))) await context.IntroduceSeconds(cohortId);
        else await context.DropSeconds(cohortId);
        await context.LookAfter(cohortId, words, dates.End);
    }

    /// <summary>
    /// Asks the partners of whoever wishes one, until the pairs are made; null where it is not offered any more. Where nothing ran on the
    /// last day, nobody's silence counts before they had time to answer.
    /// </summary>
    static async Task<SecondDates?> GatherWishes(
        this TaskOrchestrationContext context, string cohortId, EventInbox<DecisionRecorded> words)
    {
        var begun = context.CurrentUtcDateTime;
        var look = await context.LookAtSeconds(cohortId);
        foreach (var group in look.Wishing) await context.AskPartners(cohortId, group);
        var postponing = context.PostponingWishes(cohortId, look.MoreDays);
        DateTime? longer = null;
        for (var isReminded = false; ; look = await context.LookAtSeconds(cohortId))
        {
            if (look.Dates is not { } dates) return null;
            var (now, closes) = (context.CurrentUtcDateTime, longer ?? dates.Pairs);
            if (now >= closes)
            {
                longer = await postponing.Next(closes, Second.All);
                if (longer is null) return dates;
                isReminded = true; // whoever has more time hears so
                continue;
            }

            if (!isReminded && now >= dates.Remind && begun < dates.Remind) await context.RemindPartners(cohortId, look.Wishing);
            isReminded = now >= dates.Remind;
            if (await words.NextUntil(isReminded ? closes : dates.Remind) is { } word && Second.IsOf(word.DecisionId))
                await context.AskPartners(cohortId, Second.GroupOf(word.DecisionId));
        }
    }

    /// <summary>Without a lead's word in time it does not come about, and the leads hear that too.</summary>
    static async Task<bool> Approved(this TaskOrchestrationContext context, string cohortId, SecondDates dates)
    {
        var answers = context.Inbox<DecisionRecorded>(ApproveSeconds.Decided);
        await context.AskLeads(cohortId, dates.Decides, isAgain: false);
        var answer = await answers.NextUntil(dates.RemindLeads);
        if (answer is null && context.CurrentUtcDateTime < dates.Decides) await context.AskLeads(cohortId, dates.Decides, isAgain: true);
        answer ??= await answers.NextUntil(dates.Decides);
        if (answer is null) await context.TellLeadsLapsed(cohortId);
        return answer?.Choice == ApproveSeconds.Approve;
    }

    /// <summary>Ends pairs whose members say so or are gone, until none is left or the programme ends.</summary>
    static async Task LookAfter(
        this TaskOrchestrationContext context, string cohortId, EventInbox<DecisionRecorded> words, DateTime end)
    {
        for (string? gone = null; context.CurrentUtcDateTime < end;)
        {
            if (await context.EndSeconds(cohortId, gone) == 0) return;
            var next = context.CurrentUtcDateTime + Look;
            var word = await words.NextUntil(next < end ? next : end);
            gone = word is { Choice: Second.Leave } ? word.SubjectId : null;
        }
    }
}
