using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Mail.Events;

/// <summary>
/// SendGrid's signature of an event request: ECDSA P-256 with SHA-256 over time stamp and raw body, DER, base64. As the
/// client library's RequestValidator, but over the bytes that came, and false for whatever is not even a signature.
/// </summary>
static class EventSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>Whether the text is a public key.</summary>
    public static bool IsKey(string publicKey)
    {
        try
        {
            using var key = Key(publicKey);
            return true;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    public static bool IsValid(string publicKey, string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        var der = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, der, out var length) || length == 0) return false;
        using var key = Key(publicKey);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return key.VerifyData(signed, der.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    static ECDsa Key(string publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
