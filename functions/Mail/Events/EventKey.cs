using Ilnp.Mail.Senders;

namespace Ilnp.Mail.Events;

/// <summary>The names under which a mail's key travels with it to the provider and comes back in events.</summary>
static class EventKey
{
    public const string Cohort = "ilnp_cohort";
    public const string Step = "ilnp_step";
    public const string Occurrence = "ilnp_occurrence";
    public const string Person = "ilnp_person";
    public const string Stream = "ilnp_stream";

    /// <summary>
    /// Keys of the recipients' addresses: events of the liaison's copy carry the same key and must not count for the mail.
    /// </summary>
    public const string Recipient = "ilnp_to";

    const char Between = ',';

    public static bool IsRecipient(string recipients, string? addressKey) =>
        addressKey is not null && recipients.Split(Between).Contains(addressKey);

    public static Dictionary<string, string> Arguments(OutgoingMail mail) => new()
    {
        [Cohort] = mail.Key.CohortId,
        [Step] = mail.Key.Step,
        [Occurrence] = mail.Key.Occurrence,
        [Person] = mail.Key.PersonId,
        [Stream] = mail.Stream.ToString(),
        [Recipient] = string.Join(Between, mail.To.Select(recipient => recipient.Key)),
    };
}
