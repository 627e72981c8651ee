using System.Net;
using System.Text.RegularExpressions;

namespace Ilnp.Mail.Doubt;

/// <summary>
/// What lists show of a kept mail, and what tells whether it may be sent again: written beside it, so that nobody reads each mail for it.
/// </summary>
public sealed partial record KeptHead
{
    public required string Subject { get; init; }

    /// <summary>UTC, of the first attempt.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <inheritdoc cref="KeptMail.Place"/>
    public required MailPlace Place { get; init; }

    /// <summary>Addresses that it was for.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Addresses that have a copy, or that answers go to.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <inheritdoc cref="KeptMail.IsElsewhere"/>
    public bool IsElsewhere { get; init; }

    /// <summary>Where its links lead, each once.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public static KeptHead Of(KeptMail mail) => new()
    {
        Subject = mail.Subject,
        WrittenAt = mail.WrittenAt,
        Place = mail.Place,
        To = [.. mail.To.Select(to => to.Party.Address)],
        Others = [.. mail.ReplyTo.Append(mail.Cc).OfType<MailParty>().Select(other => other.Address)],
        IsElsewhere = mail.IsElsewhere,
        Links = [.. Link().Matches(mail.Html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Distinct()],
    };

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
