using Ilnp.Approvals;
using Ilnp.Mail.Doubt;
using Ilnp.Texts;

namespace Ilnp.Committee.InDoubt;

/// <summary>When a mail in doubt may be sent again: as long as all that it says is true, and all that it leads to is open. Pure.</summary>
static class DoubtRules
{
    /// <summary>A rhythm of pulses: by then something later was written.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromDays(14);

    /// <summary>Text that says why not; null when it may.</summary>
    /// <param name="mail">As it was written; null when it was not kept.</param>
    /// <param name="known">What is known of its recipients and of what it asks, now.</param>
    /// <param name="now">UTC.</param>
    public static string? WhyNot(KeptHead? mail, DoubtFacts known, DateTimeOffset now)
    {
        if (mail is null) return "doubt.not.kept";
        if (now - mail.WrittenAt > Good) return "doubt.not.old";
        if (known.Place.IsGone && !mail.Place.IsGone) return "doubt.not.gone";
        if (mail.Place.Circle.Length > 0 && known.Place.Circle != mail.Place.Circle) return "doubt.not.group";
        if (!mail.IsElsewhere && !mail.To.All(known.Addresses.Contains)) return "doubt.not.address";
        if (!mail.Others.All(known.Addresses.Contains)) return "doubt.not.address";
        if (known.Asked.Any(asked => asked.AnsweredAt > mail.WrittenAt)) return "doubt.not.answered";
        var isOver = known.IsOver || known.Asked.Any(asked => now >= asked.Request.ClosesAt) || known.Expiries.Any(expiry => now >= expiry);
        return isOver ? "doubt.not.over" : null;
    }

    /// <summary>What stands where tokens stand in the mail's addresses of ours.</summary>
    public static IEnumerable<string> Tokens(KeptHead mail, Uri web) => mail.Links
        .Select(link => WebAddress.TryRead(link, out var to) ? to : null)
        .OfType<Uri>().Where(to => to.Host == web.Host).Select(to => to.AbsolutePath.Split('/')[^1]).Distinct();
}

/// <summary>What is known now of what a mail says.</summary>
/// <param name="Place">Where its recipient stands.</param>
/// <param name="Addresses">That its recipients have, and the committee: one of it may be in copy.</param>
/// <param name="Asked">The questions that it leads to.</param>
/// <param name="Expiries">When its links open nothing any more, UTC.</param>
/// <param name="IsOver">Whether others have settled what it asks.</param>
sealed record DoubtFacts(
    MailPlace Place, IReadOnlySet<string> Addresses, IReadOnlyList<Decision> Asked, IReadOnlyList<DateTimeOffset> Expiries, bool IsOver);
