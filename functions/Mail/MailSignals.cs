using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Signals;

namespace Ilnp.Mail;

/// <summary>
/// Measure <c>ilnp.mails</c>: mails by what came of them (<c>sent</c>, <c>refused</c>, <c>later</c>, <c>unknown</c>, <c>suppressed</c>,
/// <c>failed</c>, and as the provider tells later <c>bounced</c>, <c>complained</c>) and by sender. A mail that was sent before is not
/// counted again.
/// </summary>
public sealed class MailSignals(IMeterFactory meters)
{
    readonly Counter<long> mails = meters.Create(Signal.Name).CreateCounter<long>("ilnp.mails", "{mail}", "Mails by result and sender.");

    /// <summary>One attempt, with its span.</summary>
    public async Task<SendResult> SendAsync(IMailSender sender, OutgoingMail mail, CancellationToken cancellation)
    {
        using var span = Signal.Spans.StartActivity("mail send", ActivityKind.Client);
        span?.SetTag(SignalTag.Template, mail.Template).SetTag(SignalTag.Cohort, mail.Key.CohortId).SetTag(SignalTag.Sender, sender.Name);
        var code = "unknown"; // an exception says nothing about whether it was sent
        try
        {
            var result = await sender.SendAsync(mail, cancellation);
            code = Code(result);
            return result;
        }
        finally
        {
            Count(sender.Name, code);
            if (code == "sent") span?.SetTag(SignalTag.Result, code);
            else span.Failed(code);
        }
    }

    /// <summary>A mail that was settled without an attempt, or of which the provider told something.</summary>
    public void Count(string sender, MailStatus status) => Count(sender, status.ToString().ToLowerInvariant());

    void Count(string sender, string result) => mails.Add(1, new(SignalTag.Sender, sender), new(SignalTag.Result, result));

    static string Code(SendResult result) => result switch
    {
        SendResult.Accepted => "sent",
        SendResult.Refused => "refused",
        SendResult.TryLater => "later",
        _ => "unknown",
    };
}
