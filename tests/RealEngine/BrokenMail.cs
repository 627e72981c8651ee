using Ilnp.Mail.Senders;

namespace Ilnp.RealEngine;

/// <summary>Does not take the first application's receipt for some hours, longer than all tries of a round last.</summary>
sealed class BrokenMail(IMailSender sender, TimeProvider time) : IMailSender
{
    const string Template = "application-received";

    static readonly TimeSpan Outage = TimeSpan.FromHours(5);

    readonly Lock gate = new();
    (string Row, DateTimeOffset Since)? victim;

    public string Name => sender.Name;

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        IsBroken(mail) ? Task.FromResult<SendResult>(new SendResult.TryLater("outage")) : sender.SendAsync(mail, cancellation);

    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => sender.WasSentAsync(mail, cancellation);

    bool IsBroken(OutgoingMail mail)
    {
        if (mail.Template != Template) return false;
        lock (gate)
        {
            victim ??= (mail.Key.Hash, time.GetUtcNow());
            return victim is var (row, since) && row == mail.Key.Hash && time.GetUtcNow() < since + Outage;
        }
    }
}
