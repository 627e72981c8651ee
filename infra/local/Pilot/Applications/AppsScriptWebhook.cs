using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ilnp.Local.Pilot.Applications;

/// <summary>A submission as the form's own script sends it: JSON, signed with HMAC-SHA256 over <c>timestamp.body</c>. Pure.</summary>
static class AppsScriptWebhook
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same row gives the same bytes.</summary>
    public static string Body(ApplicationRow row) => JsonSerializer.Serialize(
        new
        {
            formId = "pilot-form",
            responseId = $"row-{row.Row}",
            submittedAt = row.SentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            row = row.Row,
            note = row.Note,
            answers = row.Answers.Select(answer => new { title = answer.Question, value = answer.Answer }),
        },
        Json);

    /// <summary>The two headers that prove the sender.</summary>
    public static IReadOnlyDictionary<string, string> Headers(string body, DateTimeOffset now, string secret)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        return new Dictionary<string, string>
        {
            ["X-Ilnp-Timestamp"] = timestamp,
            ["X-Ilnp-Signature"] = $"sha256={Convert.ToHexStringLower(signature)}",
        };
    }
}
