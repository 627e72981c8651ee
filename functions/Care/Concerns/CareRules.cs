using Ilnp.Approvals;
using Ilnp.Care.Questions;

namespace Ilnp.Care.Concerns;

/// <summary>What follows when somebody says something. Pure; the table in this step's README says the same in words.</summary>
public static class CareRules
{
    /// <param name="group">As it stands.</param>
    /// <param name="word">An answer to a pulse, to a nudge or about a concern, however late.</param>
    /// <param name="now">UTC.</param>
    public static CareTurn Hear(GroupCheckpoint group, DecisionRecorded word, DateTime now)
    {
        if (group.Heard.GetValueOrDefault(word.DecisionId, -1) >= word.Version) return new(group);
        group = group with { Heard = new Dictionary<string, int>(group.Heard) { [word.DecisionId] = word.Version } };
        if (ConcernQuestion.Read(word.DecisionId) is { } question) return Decided(group, question, word.Choice, now);
        if (!group.Members.Contains(word.SubjectId)) return new(group);
        group = group with { Spoke = true, Unanswered = 0, Pauses = group.Pauses.Where(pause => pause.Key != word.SubjectId).ToDictionary() };
        var spoken = Resolve(group, group.Concerns.Where(concern => concern.Kind == ConcernKind.Quiet));
        var turn = Of(spoken.Group, word, now);
        return turn with { Acts = [.. spoken.Acts, .. turn.Acts] };
    }

    static CareTurn Of(GroupCheckpoint group, DecisionRecorded word, DateTime now) =>
        word.Choice switch
        {
            Pulse.Leave => Part(group, new() { GroupId = group.GroupId, Cause = PartingCause.Left, Leaving = [word.SubjectId] }),
            Pulse.Heard => InTouch(group, word.SubjectId),
            Pulse.NotYet => Waits(group, word, now),
            Pulse.Mismatch => Report(group, ConcernKind.Mismatch, word, now),
            Pulse.Trouble => Report(group, ConcernKind.Trouble, word, now),
            Nudge.Here => IsHere(group, word.SubjectId, now),
            _ when Pulse.PauseDays(word.Choice) is { } days => Pauses(group, word.SubjectId, now.AddDays(days)),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word.Choice, "Nobody is asked for such a word."),
        };

    /// <summary>Whoever waited waits no more.</summary>
    static CareTurn InTouch(GroupCheckpoint group, string personId) => Resolve(
        group,
        group.Concerns.Where(concern => concern.Kind == ConcernKind.Mutual || (concern.Kind == ConcernKind.Silence && concern.FromId == personId)));

    /// <summary>The silent one is nudged at once; two who wait for each other are brought together instead.</summary>
    static CareTurn Waits(GroupCheckpoint group, DecisionRecorded word, DateTime now)
    {
        var acts = new List<CareAct>();
        foreach (var partner in group.Members.Where(member => member != word.SubjectId))
        {
            if (group.Pauses.TryGetValue(partner, out var until))
                acts.Add(new TellingPause(partner, until));
            else if (group.Concerns.FirstOrDefault(concern => AreBothWaiting(concern, word.SubjectId, partner)) is { } other)
            {
                if (other.Kind == ConcernKind.Mutual) continue;
                var mutual = other with { Kind = ConcernKind.Mutual, Stage = ConcernStage.Asked, Due = now.AddDays(group.Care.NudgeDays) };
                group = group.Replace(other, mutual).AskingSoon(now);
                acts.Add(new Reconnecting(mutual));
            }
            else if (!group.Concerns.Any(concern => concern.Kind == ConcernKind.Silence && concern.AboutId == partner))
            {
                var silence = Raise(group, ConcernKind.Silence, partner, word, now) with { Due = now.AddDays(group.Care.NudgeDays) };
                group = group.With(silence);
                acts.AddRange([new Nudging(silence), new Reassuring(silence)]);
            }
        }

        return new(group, acts);
    }

    /// <summary>Whether the partner waits for this person, or both are known to wait for each other.</summary>
    static bool AreBothWaiting(Concern concern, string personId, string partnerId) =>
        (concern.Kind is ConcernKind.Silence or ConcernKind.Mutual && concern.AboutId == personId && concern.FromId == partnerId)
        || (concern.Kind == ConcernKind.Mutual && concern.AboutId == partnerId && concern.FromId == personId);

    /// <summary>Who decides hears of it at once, and again when there are new words.</summary>
    static CareTurn Report(GroupCheckpoint group, ConcernKind kind, DecisionRecorded word, DateTime now)
    {
        var due = now.AddDays(group.Care.RemindDays);
        if (group.Concerns.FirstOrDefault(concern => concern.Kind == kind && concern.FromId == word.SubjectId) is { } open)
        {
            var again = open with { WordId = word.DecisionId, Letter = open.Letter + 1, Due = due };
            return new(group.Replace(open, again), new AskingToDecide(again));
        }

        var concern = Raise(group, kind, word.SubjectId, word, now) with { Stage = ConcernStage.Deciding, Due = due };
        return new(group.With(concern), new AskingToDecide(concern), new Reassuring(concern));
    }

    /// <summary>The nudged one goes on: whoever waits hears of it, and both are asked again soon.</summary>
    static CareTurn IsHere(GroupCheckpoint group, string personId, DateTime now)
    {
        var about = group.Concerns.Where(concern => concern.Kind == ConcernKind.Silence && concern.AboutId == personId).ToList();
        if (about.Count == 0) return new(group);
        var resolved = Resolve(group.AskingSoon(now), about);
        return resolved with { Acts = [.. about.Select(concern => new TellingStillHere(concern)), .. resolved.Acts] };
    }

    /// <summary>Nobody asks after somebody who pauses; the partners hear until when.</summary>
    static CareTurn Pauses(GroupCheckpoint group, string personId, DateTime until)
    {
        group = group with { Pauses = new Dictionary<string, DateTime>(group.Pauses) { [personId] = until } };
        var resolved = Resolve(group, group.Concerns.Where(concern => concern.Kind == ConcernKind.Silence && concern.AboutId == personId));
        return resolved with { Acts = [new TellingPause(personId, until), .. resolved.Acts] };
    }

    /// <summary>Concerns are over; who was asked to decide about one hears that there is nothing to decide any more.</summary>
    static CareTurn Resolve(GroupCheckpoint group, IEnumerable<Concern> over)
    {
        var ended = over.ToList();
        foreach (var concern in ended) group = group.Without(concern);
        return new(group, [.. ended.Where(concern => concern.Stage == ConcernStage.Deciding).Select(concern => new TellingResolved(concern))]);
    }

    /// <summary>A decision that parts is carried out also when its question was closed: whoever decides may change their mind.</summary>
    static CareTurn Decided(GroupCheckpoint group, ConcernQuestion question, string choice, DateTime now)
    {
        var open = group.Concerns.FirstOrDefault(concern => concern.Kind == question.Kind && concern.AboutId == question.AboutId);
        return choice switch
        {
            ConcernQuestion.Part or ConcernQuestion.Remove or ConcernQuestion.Hold when group.Members.Contains(question.AboutId) =>
                Part(group, PartingBy(group, question, choice)),
            ConcernQuestion.Well when open is not null => new(group.Without(open).AskingSoon(now)),
            ConcernQuestion.Wait when open is not null => new(group.Replace(open, Waiting(open, now.AddDays(group.Care.SilenceDays)))),
            _ => new(group),
        };
    }

    static Concern Waiting(Concern concern, DateTime due) => concern with { Due = due, Turn = concern.Turn + 1, Letter = concern.Letter + 1 };

    static Parting PartingBy(GroupCheckpoint group, ConcernQuestion question, string choice)
    {
        var (about, parting) = (question.AboutId, new Parting { GroupId = group.GroupId, Cause = CauseOf(question.Kind) });
        return (question.Kind, choice) switch
        {
            (_, ConcernQuestion.Remove) => parting with { Cause = PartingCause.Removed, Leaving = [about] },
            (ConcernKind.Silence, _) => parting with { Resting = [about] },
            (ConcernKind.Quiet, _) => parting with { Resting = group.Members },
            (_, ConcernQuestion.Hold) => parting with { Resting = [.. group.Members.Where(member => member != about)], First = about },
            _ => parting with { Apart = true, First = about },
        };
    }

    static PartingCause CauseOf(ConcernKind kind) => kind switch
    {
        ConcernKind.Silence => PartingCause.Silent,
        ConcernKind.Quiet => PartingCause.Quiet,
        ConcernKind.Trouble => PartingCause.Trouble,
        _ => PartingCause.Mismatch,
    };

    /// <summary>What concerned those who go is over with the parting.</summary>
    static CareTurn Part(GroupCheckpoint group, Parting parting)
    {
        var staying = parting.Staying(group.Members);
        var left = group with
        {
            Members = staying,
            Concerns = [.. group.Concerns.Where(concern => staying.Contains(concern.AboutId) && (concern.FromId is null || staying.Contains(concern.FromId)))],
            Pauses = group.Pauses.Where(pause => staying.Contains(pause.Key)).ToDictionary(),
        };
        return new(left) { Parting = parting };
    }

    static Concern Raise(GroupCheckpoint group, ConcernKind kind, string aboutId, DecisionRecorded word, DateTime now) => new()
    {
        Kind = kind,
        AboutId = aboutId,
        FromId = word.SubjectId,
        WordId = word.DecisionId,
        Number = group.Raised + 1,
        RaisedAt = now,
        Stage = ConcernStage.Asked,
        Due = now,
    };
}
