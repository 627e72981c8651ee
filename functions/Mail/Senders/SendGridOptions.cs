using Ilnp.Texts;

namespace Ilnp.Mail.Senders;

/// <summary>Settings <c>SendGrid:*</c>.</summary>
public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>A key with the one permission to send mail.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The API's address; <c>https://api.eu.sendgrid.com</c> keeps mail in the European Union.</summary>
    public string Host { get; set; } = "https://api.sendgrid.com";

    /// <summary>The verification key of the signed event webhook, base64, as SendGrid shows it. Empty: events are refused.</summary>
    public string WebhookPublicKey { get; set; } = "";

    /// <summary>
    /// Requests at a time, a mail each: every mail has its own words and links, so that SendGrid's 1,000 recipients of one request are of
    /// no use. How many a minute it takes its answers say (<see cref="SendGridLimits"/>).
    /// </summary>
    public int Concurrent { get; set; } = 32;

    /// <summary>A mail whose turn is further off than this is given back and asked for again later.</summary>
    public int PatienceSeconds { get; set; } = 240;

    public int TimeoutSeconds { get; set; } = 60;

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ApiKey)) yield return "SendGrid:ApiKey is missing: mail is sent with it.";
        if (!WebAddress.TryRead(Host, out _)) yield return "SendGrid:Host is not an address.";
        if (string.IsNullOrWhiteSpace(WebhookPublicKey))
            yield return "SendGrid:WebhookPublicKey is missing: without the provider's events nobody hears of bounces, and mails whose "
                + "sending broke off stay unknown.";
        else if (!Events.EventSignature.IsKey(WebhookPublicKey))
            yield return "SendGrid:WebhookPublicKey is not a public key as SendGrid shows it.";
        if (Concurrent < 1) yield return "SendGrid:Concurrent must be 1 or more.";
        if (PatienceSeconds is < 0 or > 600) yield return "SendGrid:PatienceSeconds must be 0 to 600.";
        if (TimeoutSeconds is < 1 or > 120) yield return "SendGrid:TimeoutSeconds must be 1 to 120.";
    }
}
