using MimeKit;

namespace Ilnp.Mail.Senders;

/// <summary>A mail ready to go: rendered, addressed, with the headers it shall have.</summary>
public sealed record OutgoingMail
{
    public required MailKey Key { get; init; }

    public required string Template { get; init; }

    public required MailStream Stream { get; init; }

    /// <summary>Checked: each parses as an address, names are one line.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>One at least; each sees the others.</summary>
    public required IReadOnlyList<Recipient> To { get; init; }

    public MailboxAddress? Cc { get; init; }

    /// <summary>Empty where an answer goes to whoever sent it.</summary>
    public IReadOnlyList<MailboxAddress> ReplyTo { get; init; } = [];

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    public required string Html { get; init; }

    public required string Text { get; init; }

    /// <summary>The language it is written in, ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>Headers beyond the addresses: Auto-Submitted, List-Unsubscribe.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required IReadOnlyList<MailAttachment> Attachments { get; init; }

    /// <inheritdoc cref="MailMessage.IsElsewhere"/>
    public bool IsElsewhere { get; init; }

    /// <summary>UTC, of this attempt.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>UTC, of the first attempt: the same in every later one.</summary>
    public required DateTimeOffset FirstAttemptAt { get; init; }

    /// <summary>Ours and the same in every attempt: a mailbox that gets a mail twice can show it once.</summary>
    public string MessageId => $"{Key.Hash}@{From.Domain}";
}

/// <summary>Somebody whom a mail goes to.</summary>
/// <param name="Address">Name and address.</param>
/// <param name="Key">Stands for the address where it must not be kept.</param>
public sealed record Recipient(MailboxAddress Address, string Key);
