using Ilnp.Mail.Senders;
using MimeKit;

namespace Ilnp.Mail.Doubt;

/// <summary>A mail of which nobody knows whether it went out, as it was written: so that a person can have it sent again.</summary>
public sealed record KeptMail
{
    public required MailKey Key { get; init; }

    public required string Template { get; init; }

    public required MailStream Stream { get; init; }

    public required MailParty From { get; init; }

    public required IReadOnlyList<KeptRecipient> To { get; init; }

    public MailParty? Cc { get; init; }

    public IReadOnlyList<MailParty> ReplyTo { get; init; } = [];

    public required string Subject { get; init; }

    public required string Html { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>It goes where the person wished this mail to go, not to their own address.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>UTC, of the first attempt.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Where its recipient stood then: what it says was true of that.</summary>
    public required MailPlace Place { get; init; }

    public static KeptMail Of(OutgoingMail mail, MailPlace place) => new()
    {
        Key = mail.Key,
        Template = mail.Template,
        Stream = mail.Stream,
        From = Party(mail.From),
        To = [.. mail.To.Select(one => new KeptRecipient(Party(one.Address), one.Key))],
        Cc = mail.Cc is { } cc ? Party(cc) : null,
        ReplyTo = [.. mail.ReplyTo.Select(Party)],
        Subject = mail.Subject,
        Html = mail.Html,
        Text = mail.Text,
        Language = mail.Language,
        Headers = mail.Headers,
        Attachments = mail.Attachments,
        IsElsewhere = mail.IsElsewhere,
        WrittenAt = mail.FirstAttemptAt,
        Place = place,
    };

    /// <summary>The same mail, ready to go at that moment.</summary>
    public OutgoingMail Again(DateTimeOffset now) => new()
    {
        Key = Key,
        Template = Template,
        Stream = Stream,
        From = Box(From),
        To = [.. To.Select(one => new Recipient(Box(one.Party), one.Key))],
        Cc = Cc is { } cc ? Box(cc) : null,
        ReplyTo = [.. ReplyTo.Select(Box)],
        Subject = Subject,
        Html = Html,
        Text = Text,
        Language = Language,
        Headers = Headers,
        Attachments = Attachments,
        IsElsewhere = IsElsewhere,
        Date = now,
        FirstAttemptAt = WrittenAt,
    };

    static MailParty Party(MailboxAddress address) => new(address.Name ?? "", address.Address);

    static MailboxAddress Box(MailParty party) => new(party.Name, party.Address);
}

/// <summary>Somebody whom it was for.</summary>
/// <param name="Party">Name and address.</param>
/// <param name="Key">Stands for the address in the list of those who want no mail.</param>
public sealed record KeptRecipient(MailParty Party, string Key);
