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

        var words = context.Inbox<DecisionRecorded>(Pulse.Answered, Nudge.Answered, LiaisonDecision.Decided);
        var answers = await words.HearUntilNextPulse(at);
        var members = answers is null ? await context.AskPulse(at) : await context.MembersOf(at);
        if (members.Count == 0) return; // dissolved by a rematch meanwhile

        answers ??= await words.CollectPulses(members, at.NotAfterEnd(context.CurrentUtcDateTime.AddDays(at.Care.SilenceDays)));
        var verdict = CareRules.Judge(members, answers);
        var leaver = verdict.Finding switch
        {
            CareFinding.Leaves => verdict.PersonId,
            CareFinding.Trouble => await context.LetLiaisonDecide(words, at, verdict),
            CareFinding.Silent => await context.NudgeThenLiaison(words, at, verdict),
            _ => null,
        };

        if (leaver is not null) await context.RequestRematch(at, leaver);
        else context.ContinueAsNew(at.Next(context.CurrentUtcDateTime, words.Unread));
    }

    /// <summary>
    /// Waits for the next pulse's day. What somebody meanwhile says through an earlier link is heard at once when it needs an
    /// answer: that they leave, that there is trouble, or (the liaison) that a group is to be parted. Null when nobody does.
    /// </summary>
    static async Task<Dictionary<string, string>?> HearUntilNextPulse(this EventInbox<DecisionRecorded> words, GroupCheckpoint at)
    {
        var unread = new Queue<DecisionRecorded>(at.Unread is { } left ? [left, .. at.Words] : at.Words);
        while (unread.TryDequeue(out var word) || (word = await words.NextUntil(at.NextPulse)) is not null)
        {
            if (CareRules.LeaverBy(word) is { } leaver) return new() { [leaver] = Pulse.Leave };
            if (word.Choice == Pulse.Trouble) return new() { [word.SubjectId] = word.Choice };
        }

        return null;
    }

    /// <summary>Choices by member, until all have answered, one leaves, or the time (UTC) is over.</summary>
    static async Task<Dictionary<string, string>> CollectPulses(this EventInbox<DecisionRecorded> words, IReadOnlyList<string> members, DateTime until)
    {
        var answers = new Dictionary<string, string>();
        while (answers.Count < members.Count && await words.NextUntil(until, word => IsHeard(word)) is { } word)
        {
            if (CareRules.LeaverBy(word) is { } leaver) return new() { [leaver] = Pulse.Leave };
            answers[word.SubjectId] = word.Choice;
        }

        return answers;

        // A late answer to an earlier pulse tells how things are now.
        bool IsHeard(DecisionRecorded word) => CareRules.LeaverBy(word) is { } leaver
            ? members.Contains(leaver)
            : Pulse.IsOf(word.DecisionId) && members.Contains(word.SubjectId);
    }

    /// <summary>The silent person's own word counts first; without one the liaison decides. Gives who leaves, or null.</summary>
    static async Task<string?> NudgeThenLiaison(
        this TaskOrchestrationContext context, EventInbox<DecisionRecorded> words, GroupCheckpoint at, CareVerdict verdict)
    {
        await context.SendNudge(at, verdict.PersonId!);
        var question = Nudge.DecisionId(at.GroupId, at.Round, verdict.PersonId!);
        var word = await words.AnswerOrLeave(question, at.NotAfterEnd(context.CurrentUtcDateTime.AddDays(at.Care.SilenceDays)));
        return word is null ? await context.LetLiaisonDecide(words, at, verdict) : CareRules.LeaverBy(word);
    }

    /// <summary>Asks the liaison until they decide or the programme ends. Gives who is to be rematched away, or null.</summary>
    static async Task<string?> LetLiaisonDecide(
        this TaskOrchestrationContext context, EventInbox<DecisionRecorded> words, GroupCheckpoint at, CareVerdict verdict)
    {
        var question = LiaisonDecision.DecisionId(at.GroupId, at.Round, verdict.PersonId!);
        for (var reminder = 0; !at.HasEnded(context.CurrentUtcDateTime); reminder++)
        {
            await context.TellLiaison(at, verdict, reminder);
            var until = at.NotAfterEnd(context.CurrentUtcDateTime.AddDays(at.Care.RemindDays));
            if (await words.AnswerOrLeave(question, until) is { } decision) return CareRules.LeaverBy(decision);
        }

        return null;
    }

    /// <summary>The answer to this question, or anybody's word that parts the group, whatever it answers; null when the time (UTC) is over.</summary>
    static Task<DecisionRecorded?> AnswerOrLeave(this EventInbox<DecisionRecorded> words, string question, DateTime until) =>
        words.NextUntil(until, word => word.DecisionId == question || CareRules.LeaverBy(word) is not null);
}
