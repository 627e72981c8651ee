namespace Ilnp.Mail.Ledger;

/// <summary>Where a mail stands. Nothing but <see cref="Released"/> and <see cref="Suppressed"/> is ever sent (again).</summary>
public enum MailStatus
{
    /// <summary>A process is sending it, or died while it did.</summary>
    Claimed,

    /// <summary>Certainly not sent: the next request sends it.</summary>
    Released,

    /// <summary>The address was on the suppression list; sent when it is asked for again after it came off the list.</summary>
    Suppressed,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>Sent or not, nobody knows: the provider's event or a person resolves it.</summary>
    Unknown,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>The recipient's server refused it, or the provider dropped it.</summary>
    Bounced,

    /// <summary>The recipient marked it as spam.</summary>
    Complained,
}
