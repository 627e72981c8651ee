using System.Security.Cryptography;
using System.Text;
using Ilnp.Mail.Events;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Tests.Mail.Events;

/// <summary>Event requests as SendGrid signs them.</summary>
sealed class SignedEvents : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public const string Timestamp = "1588579200";

    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public string Sign(string body) => Convert.ToBase64String(
        key.SignData(Encoding.UTF8.GetBytes(Timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public HttpRequest Request(string body, string? signature = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.Headers[EventSignature.TimestampHeader] = Timestamp;
        request.Headers[EventSignature.SignatureHeader] = signature ?? Sign(body);
        return request;
    }

    public void Dispose() => key.Dispose();
}
