using System.Text.RegularExpressions;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Suppression;

namespace Ilnp.Mail.Events;

/// <summary>What SendGrid's events mean for the ledger and for the suppression list.</summary>
static partial class SendGridEventRules
{
    /// <summary>The mail it is about; null for mail of others, and for the copy of somebody else.</summary>
    /// <param name="addressKey">Of the event's address.</param>
    public static MailKey? Key(SendGridEvent happened, string? addressKey) => happened is
    {
        Cohort.Length: > 0, Step.Length: > 0, Occurrence.Length: > 0, Person.Length: > 0, Recipient: not null,
    } && EventKey.IsRecipient(happened.Recipient, addressKey)
        ? new(happened.Cohort, happened.Step, happened.Occurrence, happened.Person)
        : null;

    /// <summary>Null for events that say nothing about the mail's way, as clicks.</summary>
    public static ProviderEvent? ForLedger(SendGridEvent happened) =>
        Status(happened.Kind) is { } status && happened is { Id: { } id, At: { } at }
            ? new(id, status, at, happened.MessageId, Reason(happened))
            : null;

    /// <summary>The list that the address comes off, and why. A mailbox that is full or blocks us for now stays on.</summary>
    public static (MailStream Stream, string Reason)? ForSuppression(SendGridEvent happened) => happened.Kind switch
    {
        "bounce" when happened.BounceType != "blocked" && !IsForNow(happened) => (MailStream.Essential, "bounced"),
        "spamreport" => (happened.Stream == nameof(MailStream.Essential) ? MailStream.Essential : ToLeave(happened), "complained"),
        "unsubscribe" or "group_unsubscribe" => (ToLeave(happened), Suppressed.Unsubscribed),
        _ => null,
    };

    /// <summary>The list that the mail came by; whoever leaves one by the mail program gets the other's still.</summary>
    static MailStream ToLeave(SendGridEvent happened) =>
        happened.Stream == nameof(MailStream.Pulses) ? MailStream.Pulses : MailStream.Optional;

    /// <summary>Codes of the class 4, and mailboxes that are full: SendGrid calls these bounces too.</summary>
    static bool IsForNow(SendGridEvent happened) =>
        happened.StatusCode is "5.2.2" || happened.StatusCode?.StartsWith("4.", StringComparison.Ordinal) == true
            || FullMailbox().IsMatch(happened.Answer ?? "");

    static MailStatus? Status(string? kind) => kind switch
    {
        "processed" or "deferred" => MailStatus.Sent,
        "delivered" => MailStatus.Delivered,
        "bounce" or "dropped" => MailStatus.Bounced,
        "spamreport" => MailStatus.Complained,
        _ => null,
    };

    /// <summary>A code; the provider's own words may name the address.</summary>
    static string? Reason(SendGridEvent happened) => happened.Kind switch
    {
        "bounce" or "dropped" => StatusCode().IsMatch(happened.StatusCode ?? "") ? $"{happened.Kind}-{happened.StatusCode}" : happened.Kind,
        _ => null,
    };

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}$")]
    private static partial Regex StatusCode();

    [GeneratedRegex(
        @"\b[45]\.2\.2\b|mailbox (?:is )?full|over ?quota|quota exceeded", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullMailbox();
}
