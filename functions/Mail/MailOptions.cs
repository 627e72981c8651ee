using Ilnp.Mail.Senders;

namespace Ilnp.Mail;

/// <summary>Settings <c>Mail:*</c>: which way mail goes out, and from whom. Checked by <see cref="MailOptionsCheck"/>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary><c>mailbox</c> (files in a folder of this machine), <c>sendgrid</c>, <c>graph</c> or <c>smtp</c>.</summary>
    public string Sender { get; set; } = MailSenders.Mailbox;

    public MailFromOptions From { get; set; } = new();

    /// <summary>Where the local mailbox keeps its files, relative to the working directory.</summary>
    public string MailboxFolder { get; set; } = "mail";

    /// <summary>What whoever opens the mailbox's page must know, at least 16 letters or digits; without one the page is off.</summary>
    public string? MailboxKey { get; set; }

    /// <summary>
    /// Minutes after which a claim is taken for one of a dead process. Longer than a sender may wait and try, shorter than
    /// the committee's patience.
    /// </summary>
    public int LeaseMinutes { get; set; } = 15;

    /// <summary>Minutes after which an unsubscription that another process took is known to this one.</summary>
    public int SuppressionRefreshMinutes { get; set; } = 5;

    internal TimeSpan Lease => TimeSpan.FromMinutes(LeaseMinutes);
}

/// <summary>
/// The addresses that mail comes from. Two, so that complaints about news do not harm the delivery of what people need.
/// </summary>
public sealed class MailFromOptions
{
    const string LocalDomain = "@ilnp.localhost";

    public string Essential { get; set; } = "programme" + LocalDomain;

    public string Optional { get; set; } = "news" + LocalDomain;

    internal bool IsLocal =>
        Essential.EndsWith(LocalDomain, StringComparison.Ordinal) || Optional.EndsWith(LocalDomain, StringComparison.Ordinal);

    internal string Of(MailStream stream) => stream == MailStream.Optional ? Optional : Essential;
}
