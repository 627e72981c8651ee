using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Intake.Providers;

/// <summary>
/// The providers' ways of signing, over the raw bytes and compared in constant time. Formats: the providers' own
/// documentation of their webhooks.
/// </summary>
public static class Signatures
{
    /// <summary>Typeform: <c>Typeform-Signature: sha256=</c> and base64 HMAC-SHA256 of the body.</summary>
    public static SignatureVerdict Typeform(SignedRequest request) =>
        Compare(request.Header("Typeform-Signature"), "sha256=" + Convert.ToBase64String(Hmac(Utf8(request.Secret), request.Body)));

    /// <summary>Tally: <c>Tally-Signature</c> is base64 HMAC-SHA256 of the body.</summary>
    public static SignatureVerdict Tally(SignedRequest request) =>
        Compare(request.Header("Tally-Signature"), Convert.ToBase64String(Hmac(Utf8(request.Secret), request.Body)));

    /// <summary>
    /// Standard Webhooks, used by Formbricks: base64 HMAC-SHA256 of <c>id.timestamp.body</c>; several signatures may be
    /// listed while a key is changed. The key is base64 after <c>whsec_</c>.
    /// </summary>
    public static SignatureVerdict StandardWebhooks(SignedRequest request)
    {
        if (request.Header("webhook-id") is not { } id || request.Header("webhook-timestamp") is not { } timestamp
            || request.Header("webhook-signature") is not { } signatures) return SignatureVerdict.Missing;
        var expected = "v1," + Convert.ToBase64String(Hmac(StandardKey(request.Secret), [.. Utf8($"{id}.{timestamp}."), .. request.Body]));
        var genuine = false;
        foreach (var signature in signatures.Split(' ')) genuine |= Same(signature, expected);
        return genuine ? InTime(request, timestamp) : SignatureVerdict.Wrong;
    }

    /// <summary>
    /// Our own scripts: <c>X-Ilnp-Timestamp</c> in Unix seconds, <c>X-Ilnp-Signature: sha256=</c> and
    /// hex HMAC-SHA256 of <c>timestamp.body</c>.
    /// </summary>
    public static SignatureVerdict Own(SignedRequest request)
    {
        if (request.Header("X-Ilnp-Timestamp") is not { } timestamp) return SignatureVerdict.Missing;
        var expected = "sha256=" + Convert.ToHexStringLower(Hmac(Utf8(request.Secret), [.. Utf8(timestamp + "."), .. request.Body]));
        var verdict = Compare(request.Header("X-Ilnp-Signature")?.ToLowerInvariant(), expected);
        return verdict == SignatureVerdict.Genuine ? InTime(request, timestamp) : verdict;
    }

    /// <summary>Our signature, or the secret itself in <c>X-Ilnp-Key</c> for senders that cannot compute one (Power Automate).</summary>
    public static SignatureVerdict OwnOrKey(SignedRequest request) =>
        request.Header("X-Ilnp-Signature") is null ? Compare(request.Header("X-Ilnp-Key"), request.Secret) : Own(request);

    /// <summary>Jotform does not sign: the secret is the last part of the address.</summary>
    public static SignatureVerdict Address(SignedRequest request) => Compare(request.AddressSecret, request.Secret);

    static SignatureVerdict Compare(string? given, string expected) =>
        string.IsNullOrEmpty(given) ? SignatureVerdict.Missing : Same(given, expected) ? SignatureVerdict.Genuine : SignatureVerdict.Wrong;

    /// <summary>Hashed first, so that not even the length shows in the time taken.</summary>
    static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Utf8(given)), SHA256.HashData(Utf8(expected)));

    static SignatureVerdict InTime(SignedRequest request, string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return SignatureVerdict.Wrong;
        var apart = Math.Abs(request.Now.ToUnixTimeSeconds() - (decimal)seconds);
        return apart <= (decimal)request.Tolerance.TotalSeconds ? SignatureVerdict.Genuine : SignatureVerdict.OutOfTime;
    }

    static byte[] StandardKey(string secret) =>
        secret.StartsWith("whsec_", StringComparison.Ordinal) ? Convert.FromBase64String(secret["whsec_".Length..]) : Utf8(secret);

    static byte[] Hmac(byte[] key, byte[] content) => HMACSHA256.HashData(key, content);

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
