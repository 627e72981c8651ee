using Ilnp.Mail.Ledger;

namespace Ilnp.Committee.Overview;

/// <summary>What became of the mails of one template.</summary>
/// <param name="Template">Name of the template.</param>
/// <param name="Sent">Taken by the provider, and not sent back since.</param>
/// <param name="Unknown">Sent or not, nobody knows: a person should look.</param>
/// <param name="Failed">Refused, bounced or marked as spam.</param>
/// <param name="HeldBack">Not sent because of an unsubscription or an earlier bounce.</param>
public sealed record MailHealth(string Template, int Sent, int Unknown, int Failed, int HeldBack)
{
    /// <summary>One for each template that was used, by name.</summary>
    public static IReadOnlyList<MailHealth> Of(IEnumerable<LedgerEntry> mails) =>
    [
        .. mails.GroupBy(mail => mail.Template).OrderBy(template => template.Key, StringComparer.Ordinal).Select(template => new MailHealth(
            template.Key,
            template.Count(mail => mail.Status is MailStatus.Sent or MailStatus.Delivered),
            template.Count(mail => mail.Status is MailStatus.Unknown or MailStatus.Claimed or MailStatus.Released),
            template.Count(mail => mail.Status is MailStatus.Failed or MailStatus.Bounced or MailStatus.Complained),
            template.Count(mail => mail.Status is MailStatus.Suppressed))),
    ];
}
