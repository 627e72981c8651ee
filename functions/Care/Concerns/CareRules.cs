using Ilnp.Approvals;
using Ilnp.Care.Questions;

namespace Ilnp.Care.Concerns;

/// <summary>What follows when somebody says something. Pure; the table in this step's README says the same in words.</summary>
public static class CareRules
{
    /// <param name="group">As it stands.</param>
    /// <param name="word">An answer to a pulse, to a nudge or about a concern, however late; or a lead's own
    /// word that the group does not go on.</param>
    /// <param name="now">UTC.</param>
    public static CareTurn Hear(GroupCheckpoint group, DecisionRecorded word, DateTime now)
    {
        if (group.Heard.GetValueOrDefault(word.DecisionId, -1) >= word.Version) return new(group);
        group = group with { Heard = new Dictionary<string, int>(group.Heard) { [word.DecisionId] = word.Version } };
        if (ConcernQuestion.Read(word.DecisionId) is { } question) return Decided(group, question, word.Choice, now);
        if (Dissolving.Is(word.DecisionId)) return Part(group, Dissolved(group, word.Choice));
        if (!group.Members.Contains(word.SubjectId)) return new(group);
        var back = Back(group, word);
        group = group with
        {
            Spoke = true,
            Unanswered = 0,
            Pauses = group.Pauses.Where(pause => pause.Key != word.SubjectId).ToDictionary(),
        };
        var spoken = Resolve(group, group.Concerns.Where(concern => concern.Kind == ConcernKind.Quiet));
        var turn = Of(spoken.Group, word, now);
        return turn with { Acts = [.. spoken.Acts, .. back, .. turn.Acts] };
    }

    /// <summary>The partners were told of a pause: who speaks like somebody who goes on has ended it.</summary>
    static IEnumerable<CareAct> Back(GroupCheckpoint group, DecisionRecorded word) =>
        word.Choice is Pulse.Heard or Pulse.NotYet or Nudge.Here && group.Pauses.TryGetValue(word.SubjectId, out var until)
            ? [new TellingBack(word.SubjectId, until)] : [];

    static CareTurn Of(GroupCheckpoint group, DecisionRecorded word, DateTime now) =>
        word.Choice switch
        {
            Pulse.Leave => Part(group, new() { GroupId = group.GroupId, Cause = PartingCause.Left, Leaving = [word.SubjectId] }),
            Pulse.Heard => InTouch(group, word.SubjectId, now),
            Pulse.NotYet => Waits(group, word, now),
            Pulse.Mismatch => Report(group, ConcernKind.Mismatch, word, now),
            Pulse.Trouble => Report(group, ConcernKind.Trouble, word, now),
            Nudge.Here => IsHere(group, word.SubjectId, now),
            _ when Pulse.PauseDays(word.Choice) is { } days => Pauses(group, word.SubjectId, now.AddDays(days)),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word.Choice, "Nobody is asked for such a word."),
        };

    /// <summary>Whoever waited waits no more; and whoever is waited for is there.</summary>
    static CareTurn InTouch(GroupCheckpoint group, string personId, DateTime now)
    {
        var over = group.Concerns.Where(concern => concern.Kind == ConcernKind.Mutual).ToList();
        foreach (var silence in group.Concerns.Where(concern => concern.Kind == ConcernKind.Silence && concern.Askers.Contains(personId))
            .ToList())
        {
            if (silence.WithoutAsker(personId) is { } rest) group = group.Replace(silence, rest);
            else over.Add(silence);
        }

        var resolved = Resolve(group, over);
        var here = IsHere(resolved.Group, personId, now);
        return here with { Acts = [.. resolved.Acts, .. here.Acts] };
    }

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
                var mutual = other with
                {
                    Kind = ConcernKind.Mutual,
                    FromId = partner,
                    Also = [],
                    Stage = ConcernStage.Asked,
                    Due = now.AddDays(group.Care.NudgeDays),
                };
                group = group.Replace(other, mutual).AskingSoon(now);
                if (other.WithoutAsker(partner) is { Kind: ConcernKind.Silence } others)
                    group = group.With(others with { Number = group.Raised + 1 });
                acts.Add(new Reconnecting(mutual));
            }
            else if (group.Concerns.FirstOrDefault(concern =>
                concern.Kind == ConcernKind.Silence && concern.AboutId == partner) is { } same)
            {
                if (same.Askers.Contains(word.SubjectId)) continue;
                group = group.Replace(same, same with { Also = [.. same.Also, word.SubjectId] });
                acts.Add(new Reassuring(same with { FromId = word.SubjectId, Also = [] }));
            }
            else
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
        (concern.Kind is ConcernKind.Silence or ConcernKind.Mutual && concern.AboutId == personId && concern.Askers.Contains(partnerId))
        || (concern.Kind == ConcernKind.Mutual && concern.AboutId == partnerId && concern.FromId == personId);

    /// <summary>
    /// Who decides hears of it at once, and again when there are new words. Whoever reports is not silent: who waited for them hears
    /// that the liaison looks after it; of conduct, nobody hears anything.
    /// </summary>
    static CareTurn Report(GroupCheckpoint group, ConcernKind kind, DecisionRecorded word, DateTime now)
    {
        var about = group.Concerns.Where(concern => concern.Kind == ConcernKind.Silence && concern.AboutId == word.SubjectId).ToList();
        var resolved = Resolve(group, about);
        var turn = Reported(resolved.Group, kind, word, now);
        var told = kind == ConcernKind.Trouble
            ? []
            : about.SelectMany(concern => concern.ByAsker()).Select(concern => new TellingAnswered(concern));
        return turn with { Acts = [.. resolved.Acts, .. turn.Acts, .. told] };
    }

    static CareTurn Reported(GroupCheckpoint group, ConcernKind kind, DecisionRecorded word, DateTime now)
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
        IReadOnlyList<CareAct> told = [.. about.SelectMany(concern => concern.ByAsker()).Select(concern => new TellingStillHere(concern))];
        group = group.AskingSoon(now);
        // A word that was given once before and came to nothing: now it is over when whoever waits has heard.
        if (group.Vowed.Contains(personId)) return new(group, told);
        var resolved = Resolve(group with { Vowed = [.. group.Vowed, personId] }, about);
        return resolved with { Acts = [.. told, .. resolved.Acts] };
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
        return new(
            group, [.. ended.Where(concern => concern.Stage == ConcernStage.Deciding).Select(concern => new TellingResolved(concern))]);
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

    static Concern Waiting(Concern concern, DateTime due) =>
        concern with { Due = due, Turn = concern.Turn + 1, Letter = concern.Letter + 1 };

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

    static Parting Dissolved(GroupCheckpoint group, string choice)
    {
        var parting = new Parting { GroupId = group.GroupId, Cause = PartingCause.Dissolved };
        return choice == Dissolving.Rest ? parting with { Resting = group.Members } : parting with { Apart = true };
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
            Concerns = [.. group.Concerns.Where(concern => staying.Contains(concern.AboutId))
                .Select(concern => AmongThose(staying, concern)).OfType<Concern>()],
            Pauses = group.Pauses.Where(pause => staying.Contains(pause.Key)).ToDictionary(),
        };
        return new(left) { Parting = parting };
    }

    /// <summary>The concern of those who stay; null when none of them waits.</summary>
    static Concern? AmongThose(IReadOnlyList<string> staying, Concern concern) =>
        concern.Askers.Where(asker => !staying.Contains(asker)).Aggregate((Concern?)concern, (left, gone) => left?.WithoutAsker(gone));

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
