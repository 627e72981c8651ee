namespace Ilnp.Local.Pilot.Crowd;

/// <summary>What participants answer while the programme runs: agreement, pulse, nudge, consent to a third partner. Pure.</summary>
sealed class PartnershipHabit(Behaviour behaviour, Draw draw)
{
    static readonly (string, double)[] Rhythms = [("weekly", 2), ("fortnightly", 4), ("monthly", 3)];
    static readonly (string, double)[] Tools = [("email", 4), ("whatsapp", 3), ("video", 3), ("social", 1), ("phone", 0.5), ("other", 0.5)];

    public IEnumerable<Reply> Agreement(Letter letter, TimeSpan time)
    {
        var what = $"agreement {letter.Day}";
        if (!draw.Chance(behaviour.Agreements, letter.To, what)) return [];
        var tool = draw.Weighted(Tools, letter.To, $"{what} tool");
        (string, string)[] answers = [("rhythm", draw.Weighted(Rhythms, letter.To, $"{what} rhythm")), ("tool", tool)];
        if (tool == "other") answers = [.. answers, ("other", "Letters and postcards")];
        return [Reply.Choosing(letter, ReplyTime.Within(draw, letter.To, what, time), answers)];
    }

    /// <summary>Somebody who needs something says so, as does who waits for a partner; others mostly say that all is well.</summary>
    /// <param name="letter">The pulse.</param>
    /// <param name="needs">What this person needs now.</param>
    /// <param name="waits">No partner answers this person.</param>
    /// <param name="time">There is to answer.</param>
    public IEnumerable<Reply> Pulse(Letter letter, Character needs, bool waits, TimeSpan time)
    {
        var what = $"pulse {letter.Day}";
        if (needs == Character.Steady && !waits && !draw.Chance(behaviour.Pulses, letter.To, what)) return [];
        var after = ReplyTime.Within(draw, letter.To, what, time);
        return
        [
            needs switch
            {
                Character.Leaver =>
                    Reply.ChoosingSurely(letter, after, ("choice", "leave"), ("note", "My new position leaves me no time for it.")),
                Character.Unhappy => Reply.Choosing(
                    letter, after, ("choice", "mismatch"), ("note", "We have little in common; a partner from another field would help.")),
                Character.Troubled => Reply.Choosing(letter, after, ("choice", "trouble"), ("note", "I was asked for money.")),
                Character.Pausing => Reply.Choosing(letter, after, ("choice", "pause-2")),
                _ => Reply.Choosing(letter, after, ("choice", waits ? "not-yet" : "heard")),
            },
        ];
    }

    public IEnumerable<Reply> Nudge(Letter letter, TimeSpan time) =>
        [Reply.Choosing(letter, ReplyTime.Within(draw, letter.To, $"nudge {letter.Day}", time), ("choice", "here"))];

    /// <summary>Whoever can come back does.</summary>
    public IEnumerable<Reply> ComeBack(Letter letter, TimeSpan time) =>
        [Reply.Choosing(letter, ReplyTime.Within(draw, letter.To, $"comeback {letter.Day}", time), ("choice", "back"))];

    public IEnumerable<Reply> TrioConsent(Letter letter, TimeSpan time)
    {
        var what = $"trio {letter.Day}";
        var choice = draw.Chance(behaviour.TrioConsents, letter.To, $"{what} choice") ? "agree" : "keep";
        return [Reply.Choosing(letter, ReplyTime.Within(draw, letter.To, what, time), ("choice", choice))];
    }
}
