using Ilnp.Committee.Acts;
using Ilnp.Mail.Holds;

namespace Ilnp.Committee.Mailings;

/// <summary>Holds a mailing or lets it go, once for each press, before its turn or while it waits.</summary>
public sealed class MailingPresses(MailingHoldStore holds, CommitteeActStore acts, TimeProvider time)
{
    /// <summary>Names of the acts, which the buttons send.</summary>
    public const string Do = "do", Hold = "hold-mailing", LetGo = "let-mailing-go";

    const string Prefix = "mailing-";

    /// <summary>The name of the mailing that an act is about; null for acts about something else.</summary>
    public static string? MailingOf(CommitteeAct act) => act.Action is Hold or LetGo ? act.SubjectId[Prefix.Length..] : null;

    /// <summary>Not done when others were first, or the mailing has gone out or fallen away since the page was shown.</summary>
    public Task<PressEnd> DoAsync(CommitteeReader reader, MailingPress press, CancellationToken cancellation)
    {
        var cohort = reader.Cohort.Id;
        var act = new CommitteeAct($"{Prefix}{press.Mailing}", time.GetUtcNow(), reader.Member.Id, press.Action);
        return acts.DoByOneAsync(
            cohort, press.Press, press.Seen, act,
            begun => holds.ChangeAsync(cohort, press.Mailing, hold => Said(hold, press, begun.Act), cancellation), cancellation);
    }

    /// <summary>The same press again finds what it said; null where something else is there than was seen.</summary>
    static MailingHold? Said(MailingHold hold, MailingPress press, CommitteeAct act)
    {
        var word = press.Action == Hold ? HoldWord.Hold : HoldWord.LetGo;
        if (hold.Word == word && hold.SaidAt == act.At && hold.MemberId == act.MemberId) return hold;
        return MailingHold.VersionOf(hold) == press.Version ? hold with { Word = word, MemberId = act.MemberId, SaidAt = act.At } : null;
    }
}

/// <summary>A press of one of the buttons.</summary>
/// <param name="Mailing">Its name.</param>
/// <param name="Version">Of what had been said about it, as the page showed it.</param>
/// <param name="Action">One of <see cref="MailingPresses"/>.</param>
/// <param name="Press">Tells one press from the next.</param>
/// <param name="Seen">The same for all who saw the same.</param>
public sealed record MailingPress(string Mailing, string Version, string Action, string Press, string Seen);
