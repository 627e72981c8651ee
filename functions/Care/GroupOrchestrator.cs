using Ilnp.Approvals;
using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>
/// Looks after one group: a pulse every other week; a silent partner is nudged, then the liaison decides; a group that
/// does not work is handed to the rematch.
/// </summary>
public static class GroupOrchestrator
{
    [Function(nameof(GroupOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, GroupCheckpoint at)
    {
        if (at.NextPulse >= at.End)
        {
            await context.WaitUntil(at.End);
            await context.CompleteGroup(at);
            return;
        }

        var pulses = context.Inbox<DecisionRecorded>(Pulse.Answered);
        var answers = await pulses.HearUntilNextPulse(at);
        var members = answers is null ? await context.AskPulse(at) : await context.MembersOf(at);
        if (members.Count == 0) return; // dissolved by a rematch meanwhile

        answers ??= await pulses.CollectPulses(members, at.NotAfterEnd(context.CurrentUtcDateTime.AddDays(at.Care.SilenceDays)));
        var verdict = CareRules.Judge(members, answers);
        var leaver = verdict.Finding switch
        {
            CareFinding.Leaves => verdict.PersonId,
            CareFinding.Trouble => await context.LetLiaisonDecide(at, verdict),
            CareFinding.Silent => await context.NudgeThenLiaison(at, verdict),
            _ => null,
        };

        if (leaver is not null) await context.RequestRematch(at, leaver);
        else context.ContinueAsNew(at.Next(context.CurrentUtcDateTime, pulses.Unread));
    }

    /// <summary>
    /// Waits for the next pulse's day. Somebody who meanwhile says through an earlier pulse's link that they leave, or
    /// that there is trouble, is heard at once; null when nobody does.
    /// </summary>
    static async Task<Dictionary<string, string>?> HearUntilNextPulse(this EventInbox<DecisionRecorded> pulses, GroupCheckpoint at)
    {
        for (var word = at.Unread; ; word = null)
        {
            word ??= await pulses.NextUntil(at.NextPulse);
            if (word is null) return null;
            if (word.Choice is Pulse.Leave or Pulse.Trouble) return new() { [word.SubjectId] = word.Choice };
        }
    }

    /// <summary>Choices by member, until all have answered, one leaves, or the time (UTC) is over.</summary>
    static async Task<Dictionary<string, string>> CollectPulses(this EventInbox<DecisionRecorded> pulses, IReadOnlyList<string> members, DateTime until)
    {
        var answers = new Dictionary<string, string>();
        while (answers.Count < members.Count && await pulses.NextUntil(until) is { } pulse)
        {
            if (members.Contains(pulse.SubjectId)) answers[pulse.SubjectId] = pulse.Choice;
            if (pulse.Choice == Pulse.Leave) break;
        }

        return answers;
    }

    /// <summary>The silent person's own word counts first; without one the liaison decides. Gives who leaves, or null.</summary>
    static async Task<string?> NudgeThenLiaison(this TaskOrchestrationContext context, GroupCheckpoint at, CareVerdict verdict)
    {
        await context.SendNudge(at, verdict.PersonId!);
        var word = await context.Inbox<DecisionRecorded>(Nudge.Answered).NextUntil(at.NotAfterEnd(context.CurrentUtcDateTime.AddDays(at.Care.SilenceDays)));
        return word?.Choice switch
        {
            Nudge.Here => null,
            Nudge.Leave => verdict.PersonId,
            _ => await context.LetLiaisonDecide(at, verdict),
        };
    }

    /// <summary>Asks the liaison until they decide or the programme ends. Gives who is to be rematched away, or null.</summary>
    static async Task<string?> LetLiaisonDecide(this TaskOrchestrationContext context, GroupCheckpoint at, CareVerdict verdict)
    {
        var inbox = context.Inbox<DecisionRecorded>(LiaisonDecision.Decided);
        for (var reminder = 0; context.CurrentUtcDateTime < at.End; reminder++)
        {
            await context.TellLiaison(at, verdict, reminder);
            var until = at.NotAfterEnd(context.CurrentUtcDateTime.AddDays(at.Care.RemindDays));
            if (await inbox.NextUntil(until) is { } decision)
                return decision.Choice == LiaisonDecision.Rematch ? verdict.PersonId : null;
        }

        return null;
    }
}
