using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake;

/// <summary>
/// Signs as each form service does, with the secret of one cohort. Written apart from the code under test, but for what follows from what.
/// </summary>
static class FormSigner
{
    public static readonly string[] Services = ["typeform", "tally", "formbricks", "google-apps-script", "jotform", "microsoft-forms"];

    /// <summary>What a cohort's form signs with: worked out, or made by the service for this cohort alone.</summary>
    public static string SecretOf(byte[] identityKey, string agreed, string cohort, string service) =>
        service == "formbricks"
            ? "whsec_" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"made for {cohort}")))
            : FormProvider.Find(service) is { } provider ? DerivedSecret.Of(identityKey, agreed, cohort, provider) : agreed;

    /// <summary>The end of the address, and the headers.</summary>
    public static (string Address, Dictionary<string, string> Headers) Sign(
        string service, byte[] body, string contentType, string secret, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var id = $"msg_{Convert.ToHexStringLower(SHA256.HashData(body))[..12]}";
        var headers = new Dictionary<string, string> { ["Content-Type"] = contentType };
        switch (service)
        {
            case "typeform":
                headers["Typeform-Signature"] = "sha256=" + Convert.ToBase64String(Hmac(Utf8(secret), body));
                break;
            case "tally":
                headers["Tally-Signature"] = Convert.ToBase64String(Hmac(Utf8(secret), body));
                break;
            case "formbricks":
                (headers["webhook-id"], headers["webhook-timestamp"]) = (id, timestamp);
                var key = Convert.FromBase64String(secret["whsec_".Length..]);
                headers["webhook-signature"] = "v1," + Convert.ToBase64String(Hmac(key, [.. Utf8($"{id}.{timestamp}."), .. body]));
                break;
            case "microsoft-forms":
                headers["X-Ilnp-Key"] = secret;
                break;
            case "google-apps-script" or "google-forms":
                headers["X-Ilnp-Timestamp"] = timestamp;
                headers["X-Ilnp-Signature"] = "sha256=" + Convert.ToHexStringLower(Hmac(Utf8(secret), [.. Utf8(timestamp + "."), .. body]));
                break;
        }

        return (service == "jotform" ? $"{service}/{secret}" : service, headers);
    }

    static byte[] Hmac(byte[] key, byte[] content) => HMACSHA256.HashData(key, content);

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
