namespace Ilnp.Mail.Senders;

/// <summary>A way mail goes out.</summary>
public interface IMailSender
{
    /// <summary>Stands in the ledger: whether a mail was sent is asked only of the sender that tried.</summary>
    string Name { get; }

    /// <summary>
    /// Sends once. Every answer of the provider is a value; an exception (a cancelled request, a defect) counts as not
    /// knowing whether it was sent.
    /// </summary>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>
    /// Whether an earlier attempt sent it; null when this sender cannot tell. False also promises that sending it again
    /// while another process does gives one mail.
    /// </summary>
    Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation);
}
