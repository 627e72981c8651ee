using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ilnp.RealEngine;

/// <summary>The mail provider's event webhook, signed as it signs.</summary>
sealed class SignedEvents : IDisposable
{
    /// <summary>The setting with the key, as the environment has it.</summary>
    const string Setting = "SendGrid__WebhookPublicKey";

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Apps that are started from now on know the key.</summary>
    public void Announce() => Environment.SetEnvironmentVariable(Setting, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));

    public HttpRequestMessage Request(string body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes(timestamp + body);
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "mail-events/sendgrid") { Content = content };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        return request;
    }

    public void Dispose() => key.Dispose();
}
