using Ilnp.Standstill;

namespace Ilnp.Care.Concerns;

/// <summary>What follows when time passes and nobody says anything. Pure.</summary>
public static class CareClock
{
    /// <summary>Pulses that nobody answered before the liaison hears of a quiet group.</summary>
    const int MostUnanswered = 2;

    /// <param name="group">As it stands.</param>
    /// <param name="now">UTC, before the programme's end.</param>
    public static CareTurn At(GroupCheckpoint group, DateTime now)
    {
        var acts = new List<CareAct>();
        foreach (var (personId, until) in group.Pauses.Where(pause => pause.Value <= now).ToList())
        {
            group = (group with { Pauses = group.Pauses.Where(pause => pause.Key != personId).ToDictionary() }).AskingSoon(now);
            acts.Add(new WelcomingBack(personId, until));
        }

        foreach (var concern in group.Concerns.Where(concern => concern.Due <= now).ToList())
        {
            var isUnheard = concern is { Kind: ConcernKind.Silence, Stage: ConcernStage.Asked, PutOff: < Postponing.MostOften }
                && group.IsUnheard(concern.Due, now);
            var next = isUnheard
                ? concern with { Due = now.AddDays(group.MoreDays), PutOff = concern.PutOff + 1 }
                : Next(concern) with { Due = now.AddDays(group.Care.RemindDays) };
            group = group.Replace(concern, next);
            acts.Add(isUnheard ? new AskingAgain(next) : new AskingToDecide(next));
        }

        // What passed while nothing could be heard is no silence.
        if (group.PulseCloses is { } closed && group.IsUnheard(closed, now)) group = group with { PulseCloses = null };
        if (group.PulseCloses <= now)
        {
            var counted = Count(group, now);
            group = counted.Group;
            acts.AddRange(counted.Acts);
        }

        if (group.NextPulse <= now)
        {
            acts.Add(new AskPulse([.. group.Pauses.Keys]));
            group = Asked(group, now);
        }

        return new(group, acts);
    }

    /// <summary>After the silent one it is the liaison's turn; the liaison is asked again.</summary>
    static Concern Next(Concern concern) => concern.Stage == ConcernStage.Asked
        ? concern with { Stage = ConcernStage.Deciding }
        : concern with { Letter = concern.Letter + 1 };

    /// <summary>Nobody owes a pulse; but when nobody of a group answers two in a row, the liaison hears of it, once.</summary>
    static CareTurn Count(GroupCheckpoint group, DateTime now)
    {
        var everybodyPauses = group.Members.All(group.Pauses.ContainsKey);
        group = group with { PulseCloses = null, Unanswered = group.Spoke || everybodyPauses ? 0 : group.Unanswered + 1 };
        if (group.Unanswered != MostUnanswered || group.Concerns.Count > 0) return new(group);
        var quiet = new Concern
        {
            Kind = ConcernKind.Quiet,
            AboutId = group.Members[0],
            Number = group.Raised + 1,
            RaisedAt = now,
            Stage = ConcernStage.Deciding,
            Due = now.AddDays(group.Care.RemindDays),
        };
        return new(group.With(quiet), new AskingToDecide(quiet));
    }

    static GroupCheckpoint Asked(GroupCheckpoint group, DateTime now)
    {
        var next = group.NextPulse;
        while (next <= now) next = next.AddDays(group.Care.PulseEveryDays);
        return group with { NextPulse = next, Round = group.Round + 1, PulseCloses = now.AddDays(group.Care.SilenceDays), Spoke = false };
    }
}
