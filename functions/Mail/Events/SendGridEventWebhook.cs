using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Events;

/// <summary>
/// Takes SendGrid's signed events: they say what became of each mail, resolve those whose sending broke off, and take
/// addresses off the lists. The same event twice changes nothing the second time.
/// </summary>
public sealed class SendGridEventWebhook(
    MailLedger ledger, SuppressionList suppressions, AddressKeys addresses, IOptions<SendGridOptions> options, MailSignals signals,
    ILogger<SendGridEventWebhook> logger)
{
    /// <summary>SendGrid's batches are smaller by far.</summary>
    const int LongestBody = 4 * 1024 * 1024;

    static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>204 when worked in, 401 for a wrong signature. Not cancelled when the provider hangs up: it would send all again.</summary>
    [CalledByServices]
    [Function(nameof(TakeSendGridEvents))]
    public async Task<IActionResult> TakeSendGridEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail-events/sendgrid")] HttpRequest request)
    {
        if (await BodyAsync(request) is not { } body) return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        if (!IsSigned(request, body))
        {
            logger.LogWarning("Mail events with a wrong signature were refused.");
            return new UnauthorizedResult();
        }

        if (SendGridEvent.Parse(body) is not { } events) return new BadRequestResult();
        await Parallel.ForEachAsync(events.GroupBy(Key), SomeAtOnce, async (mail, _) => await ApplyAsync(mail.Key, mail));
        return new NoContentResult();
    }

    async Task ApplyAsync(MailKey? key, IEnumerable<SendGridEvent> events)
    {
        foreach (var happened in events)
            if (SendGridEventRules.ForSuppression(happened) is { } off && happened.Address is { } address)
                await suppressions.AddAsync(addresses.Of(address), off.Stream, off.Reason);
        var told = events.Select(SendGridEventRules.ForLedger).OfType<ProviderEvent>().ToList();
        if (key is null || told.Count == 0) return;
        foreach (var back in told.Where(back => back.Status is MailStatus.Bounced or MailStatus.Complained))
            signals.Count(MailSenders.SendGrid, back.Status);
        if (!await ledger.ApplyAsync(key, told))
            logger.LogWarning("Mail events for {Row} of {Cohort}, which the ledger has not.", key.Row, key.CohortId);
    }

    MailKey? Key(SendGridEvent happened) =>
        SendGridEventRules.Key(happened, happened.Address is { } address ? addresses.Of(address) : null);

    bool IsSigned(HttpRequest request, byte[] body) =>
        options.Value.WebhookPublicKey is { Length: > 0 } key
        && EventSignature.IsValid(
            key, request.Headers[EventSignature.TimestampHeader].ToString(),
            request.Headers[EventSignature.SignatureHeader].ToString(), body);

    /// <summary>Null when it is too long.</summary>
    static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part)) > 0;)
        {
            body.Write(part, 0, read);
            if (body.Length > LongestBody) return null;
        }

        return body.ToArray();
    }
}
