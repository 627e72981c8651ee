using Ilnp.Mail.Events;
using Microsoft.Extensions.Options;
using MimeKit;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Ilnp.Mail.Senders;

/// <summary>
/// Sends through SendGrid's Mail Send API. The key travels as custom arguments, so that the provider's events find the
/// ledger's row. Clicks and openings are not tracked: links stay ours, and reading is nobody's business. A request is one mail, since each
/// has its own words and links; when SendGrid says that its limit is reached, all wait for as long as it says.
/// </summary>
public sealed class SendGridSender : IMailSender, IDisposable
{
    readonly SendGridOptions settings;
    readonly TimeProvider time;
    readonly HttpClient http;
    readonly SendGridClient client;
    readonly SendPace pace;

    public SendGridSender(IOptions<SendGridOptions> options, TimeProvider time)
    {
        (settings, this.time) = (options.Value, time);
        pace = new(SendPace.Unlimited, settings.Concurrent, time);
        http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
        };
        client = new(http, new SendGridClientOptions { ApiKey = options.Value.ApiKey, Host = options.Value.Host });
    }

    public string Name => MailSenders.SendGrid;

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var turn = await pace.EnterAsync(
            TimeSpan.FromSeconds(settings.PatienceSeconds), mail.Stream == MailStream.Essential, cancellation);
        if (turn is null) return new SendResult.TryLater("paced");
        try
        {
            var response = await client.SendEmailAsync(Message(mail), cancellation);
            if (SendGridLimits.HoldUntil(response.StatusCode, response.Headers, time.GetUtcNow()) is { } moment) pace.HoldUntil(moment);
            var id = response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : null;
            return HttpAnswers.Of((int)response.StatusCode, id);
        }
        catch (HttpRequestException e)
        {
            return HttpAnswers.Of(e);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendResult.Unclear("timeout");
        }
    }

    /// <summary>SendGrid's activity search costs extra and lags; its events tell instead.</summary>
    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    static SendGridMessage Message(OutgoingMail mail)
    {
        var message = new SendGridMessage
        {
            From = Party(mail.From),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
        };
        message.AddTos([.. mail.To.Select(recipient => Party(recipient.Address))]);
        if (mail.Cc is not null) message.AddCc(Party(mail.Cc));
        if (mail.ReplyTo is [var answers]) message.ReplyTo = Party(answers);
        else if (mail.ReplyTo.Count > 1) message.AddReplyTos([.. mail.ReplyTo.Select(Party)]);
        message.AddHeader("Message-ID", $"<{mail.MessageId}>");
        foreach (var (name, value) in mail.Headers) message.AddHeader(name, value);
        message.AddCustomArgs(EventKey.Arguments(mail));
        message.AddCategories([mail.Template, mail.Key.CohortId]);
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false, null);
        foreach (var file in mail.Attachments)
            message.AddAttachment(file.FileName, Convert.ToBase64String(file.Content), file.ContentType, "attachment");
        return message;
    }

    static EmailAddress Party(MailboxAddress address) => new(address.Address, address.Name);

    public void Dispose()
    {
        http.Dispose();
        pace.Dispose();
    }
}
