namespace Ilnp.Mail.Holds;

/// <summary>Whether a mailing goes when its turn comes. Pure.</summary>
public static class HoldRules
{
    /// <summary>So few get mails every day: nothing waits.</summary>
    public const int Few = 10;

    /// <summary>From its turn on, a mailing waits no longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <summary>How soon a press has its effect, at the latest.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(30);

    /// <summary>
    /// A lead's word counts, and without one the cohort's setting. At the last moment it goes, since people wait for it; only news that a
    /// lead has held falls away.
    /// </summary>
    /// <param name="turn">Of the mailing.</param>
    /// <param name="hold">What was said about it; null for nothing.</param>
    /// <param name="waitsForPress">The cohort's setting.</param>
    /// <param name="now">UTC.</param>
    public static MailingAnswer Answer(MailingTurn turn, MailingHold? hold, bool waitsForPress, DateTime now)
    {
        if (hold is { End: not HoldEnd.None }) return new(hold.End == HoldEnd.Went, null);
        var waits = hold is { Word: not HoldWord.None } ? hold.Word == HoldWord.Hold : waitsForPress;
        if (!waits) return new(true, null);
        var last = turn.Since + Longest;
        if (now >= last) return new(!(turn.IsNews && hold?.Word == HoldWord.Hold), null);
        return new(false, now + Look < last ? now + Look : last);
    }
}
