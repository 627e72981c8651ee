using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Continuing;

/// <summary>
/// One group beyond the programme's end: its members are asked whether they would like to go on, and when all say so, they do. It lives
/// beside the cohort's own orchestration and longer. What an event says is read from where it was recorded, with the dates of today: an
/// event only says that there is something to look at.
/// </summary>
public static class LongerOrchestrator
{
    [Function(nameof(LongerOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, GroupRef group)
    {
        var words = context.Inbox<DecisionRecorded>(Longer.Said);
        if (!await context.AllAgree(group, words)) return;
        await context.AgreeOnLonger(group);
        await context.TellLonger(group);
        var end = await context.GoOn(group, words);
        await context.EndLonger(end);
        await context.TellLongerEnded(end);
    }

    /// <summary>Whoever said no, or nothing, may still say yes until the answers close.</summary>
    static async Task<bool> AllAgree(this TaskOrchestrationContext context, GroupRef group, EventInbox<DecisionRecorded> words)
    {
        await context.AskLonger(group);
        var begun = context.CurrentUtcDateTime;
        Postponing? postponing = null;
        for (var isReminded = false; ;)
        {
            var stand = await context.LookAtLonger(group);
            if (stand.Consent == Consent.Given) return true;
            if (stand is { Consent: Consent.Off } or { Dates: null }) return false;
            var (now, dates) = (context.CurrentUtcDateTime, stand.Dates);
            if (stand.Consent == Consent.Open && now >= dates.Closes)
            {
                postponing ??= context.PostponingAnswers(group, stand);
                isReminded = true; // whoever has more time hears so
                if (await postponing.Next(dates.Closes, Longer.Prefix(group.GroupId)) is not null) continue;
            }

            if (stand.Consent == Consent.Refused || now >= dates.Closes) await context.TellNotLonger(group);
            if (now >= dates.Closes) return false;
            if (!isReminded && now >= dates.Remind && begun < dates.Remind) await context.RemindLonger(group);
            isReminded = now >= dates.Remind;
            if (await words.NextUntil(isReminded ? dates.Closes : dates.Remind) is not { Choice: Longer.Leave } gone) continue;
            await context.TellNotLonger(group, gone.SubjectId);
            return false;
        }
    }

    /// <summary>A topic each month until the day agreed, or until one of them ends it; gives how it ended.</summary>
    static async Task<LongerEnd> GoOn(this TaskOrchestrationContext context, GroupRef group, EventInbox<DecisionRecorded> words)
    {
        for (var month = 0; ;)
        {
            var stand = await context.LookAtLonger(group);
            if (stand.End is { } why) return new(group.CohortId, group.GroupId, why, stand.EndedBy);
            var dates = stand.Dates!;
            var next = month < dates.Prompts.Count ? dates.Prompts[month] : dates.Until;
            if (context.CurrentUtcDateTime < next)
            {
                if (await words.NextUntil(next) is { Choice: Longer.Leave } gone)
                    return new(group.CohortId, group.GroupId, GoingOnEnd.Left, gone.SubjectId);
                continue;
            }

            if (month == dates.Prompts.Count) return new(group.CohortId, group.GroupId, GoingOnEnd.Over);
            month++;
            var over = month < dates.Prompts.Count ? dates.Prompts[month] : dates.Until;
            if (stand.LeavesOut && over <= context.CurrentUtcDateTime) await context.LeaveOutFurtherPrompts(group, stand.Months + month);
            else await context.SendFurtherPrompts(group, stand.Members, stand.Months + month);
        }
    }
}
