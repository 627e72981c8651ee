using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>
/// Looks after one group until the programme ends or nobody is left to look after. It only hears and does: what follows from
/// a word stands in <see cref="CareRules"/>, what follows from time in <see cref="CareClock"/>.
/// </summary>
public static class GroupOrchestrator
{
    [Function(nameof(GroupOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, GroupCheckpoint at)
    {
        var inbox = context.Inbox<DecisionRecorded>(Pulse.Answered, Nudge.Answered, ConcernQuestion.Decided);
        var moves = new DayMoves(context);
        var unread = new Queue<DecisionRecorded>(at.Words);
        var group = at.Members.Count > 0 ? at : await context.Look(at);
        while (group.Members.Count > 0)
        {
            group = await group.Heard(moves);
            if (group.HasEnded(context.CurrentUtcDateTime))
            {
                await context.CompleteGroup(group);
                return;
            }

            var word = unread.TryDequeue(out var earlier) ? earlier : await moves.NextOf(inbox, group.NextMoment);
            var before = group;
            group = await group.Heard(moves);
            if (word is null && group.End != before.End) continue;
            if (group.HasEnded(context.CurrentUtcDateTime)) continue;
            var turn = word is null
                ? CareClock.At(group, context.CurrentUtcDateTime)
                : CareRules.Hear(group, word, context.CurrentUtcDateTime);
            group = turn.Group;
            foreach (var act in turn.Acts.OfType<CareLetter>()) await context.Write(group, act);
            if (turn.Parting is { } parting)
            {
                context.RequestRematch(group, parting);
                if (!parting.GoesOn(group.Members)) return;
            }

            if (turn.Acts.OfType<AskPulse>().SingleOrDefault() is not { } pulse) continue;
            group = group with { Members = await context.Ask(group, pulse), Words = [.. unread, .. inbox.Unread] };
            group = await group.Heard(moves);
            if (group.Members.Count > 0) context.ContinueAsNew(group);
            return;
        }
    }

    /// <summary>With the programme's end where it was moved to.</summary>
    static async Task<GroupCheckpoint> Heard(this GroupCheckpoint group, DayMoves moves) =>
        await moves.Latest() is { } plan ? group with { End = plan.End } : group;
}
