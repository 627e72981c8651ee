using Ilnp.Committee.Acts;
using Ilnp.Mail.Holds;
using Ilnp.Programme;

namespace Ilnp.Committee.Mailings;

/// <summary>Whether a mailing waits for a press, and how that is said.</summary>
/// <param name="Mailing">The mailing.</param>
/// <param name="Hold">What was said about it; null for nothing.</param>
/// <param name="NeedsPress">The cohort's setting.</param>
public sealed record HoldState(Mailing Mailing, MailingHold? Hold, bool NeedsPress)
{
    public static HoldState Of(CohortSettings cohort, Mailing mailing, MailingHold? hold) =>
        new(mailing, hold, cohort.Of<MailingSettings>().Hold);

    /// <summary>When it waits no longer, UTC: from its turn on where that has come.</summary>
    public DateTimeOffset Last => new((Hold?.Since ?? Mailing.At) + HoldRules.Longest, TimeSpan.Zero);

    public bool IsHeld => Hold?.Word == HoldWord.Hold;

    /// <summary>Whether it does not go by itself at its time.</summary>
    public bool Waits => IsHeld || (NeedsPress && Hold?.Word is null or HoldWord.None);

    /// <summary>Whether nobody gets it where nothing else is said.</summary>
    public bool FallsAway => IsHeld && Mailing.IsNews;

    public bool IsOver => Hold is { End: not HoldEnd.None };

    /// <summary>Text of what was said; null where only the setting counts.</summary>
    public string? SaidKey => (IsOver, Hold?.Word) switch
    {
        (true, _) => Hold!.End == HoldEnd.FellAway ? "mailing.hold.fell-away" : "mailing.hold.went",
        (_, HoldWord.Hold) => "mailing.hold.held",
        (_, HoldWord.LetGo) => "mailing.hold.let-go",
        _ => null,
    };

    /// <summary>Text of what follows if nobody presses anything.</summary>
    public string NextKey => !Waits ? "mailing.hold.goes" : FallsAway ? "mailing.hold.falls-away" : "mailing.hold.waits";

    /// <summary>Acts that it can be pressed for.</summary>
    public IEnumerable<string> Acts => IsOver ? [] : new[] { MailingPresses.LetGo, MailingPresses.Hold }
        .Where(act => act == MailingPresses.LetGo ? Waits : !IsHeld);

    /// <summary>Where the buttons post to.</summary>
    public string ActionOn(string path) => ActAddress.Pressed(path, MailingHold.VersionOf(Hold));
}
