using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Ilnp.Mail;

/// <summary>Which way mail goes out, and from whom.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>One of <see cref="MailSenderKind"/>, in any case.</summary>
    public MailSenderKind Sender { get; set; } = MailSenderKind.Mailbox;

    public MailFromOptions From { get; set; } = new();

    /// <summary>Where the local mailbox keeps its files, relative to the working directory.</summary>
    public string MailboxFolder { get; set; } = "mail";

    /// <summary>
    /// Minutes after which a claim is taken for one of a dead process. Longer than a sender may wait and try, shorter than
    /// the committee's patience.
    /// </summary>
    [Range(5, 24 * 60)]
    public int LeaseMinutes { get; set; } = 15;

    /// <summary>Minutes after which an unsubscription that another process took is known to this one.</summary>
    [Range(1, 60)]
    public int SuppressionRefreshMinutes { get; set; } = 5;

    internal TimeSpan Lease => TimeSpan.FromMinutes(LeaseMinutes);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Sender)) yield return new($"Mail:Sender must be one of {string.Join(", ", Enum.GetNames<MailSenderKind>()).ToLowerInvariant()}.");
        if (Sender == MailSenderKind.Mailbox && string.IsNullOrWhiteSpace(MailboxFolder)) yield return new("Mail:MailboxFolder must name a folder.");
        if (!IsAddress(From.Essential)) yield return new("Mail:From:Essential must be a mail address: needed mail comes from it.");
        if (!IsAddress(From.Optional)) yield return new("Mail:From:Optional must be a mail address: mail that can be unsubscribed from comes from it.");
        if (Sender != MailSenderKind.Mailbox && From.IsLocal) yield return new("Mail:From must be an address of your own domain to send real mail.");
    }

    static bool IsAddress(string address) => MailboxAddress.TryParse(address, out _);
}

/// <summary>
/// The addresses that mail comes from. Two, so that complaints about news do not harm the delivery of what people need.
/// </summary>
public sealed class MailFromOptions
{
    const string LocalDomain = "@ilnp.localhost";

    public string Essential { get; set; } = "programme" + LocalDomain;

    public string Optional { get; set; } = "news" + LocalDomain;

    internal bool IsLocal => Essential.EndsWith(LocalDomain, StringComparison.Ordinal) || Optional.EndsWith(LocalDomain, StringComparison.Ordinal);

    internal string Of(MailStream stream) => stream == MailStream.Optional ? Optional : Essential;
}

/// <summary>The ways mail can go out.</summary>
public enum MailSenderKind
{
    /// <summary>Files in a folder of this machine; nothing leaves it.</summary>
    Mailbox,
    SendGrid,

    /// <summary>The committee's own mailbox, through Microsoft Graph.</summary>
    Graph,
    Smtp,
}
