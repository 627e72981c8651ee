using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;

namespace Ilnp.Local.Bench.Webhooks;

/// <summary>What one message is, and what has to become of it.</summary>
enum MessageKind
{
    /// <summary>An application: kept, and a person made of it.</summary>
    Application,

    /// <summary>Signed, and no application: kept, and listed.</summary>
    Malformed,

    /// <summary>Refused.</summary>
    WronglySigned,
}

/// <summary>Messages of invented people, as the script beside a form sends them.</summary>
/// <param name="seed">Of the kinds.</param>
sealed class WebhookMessages(int seed)
{
    /// <summary>What each cohort's secret follows from.</summary>
    public const string Agreed = "secret-of-the-bench";

    readonly Random random = new(seed);

    /// <summary>The next message: one in twenty is malformed, one in twenty wrongly signed.</summary>
    public (MessageKind Kind, byte[] Body) Next(int number)
    {
        var kind = random.Next(20) switch { 0 => MessageKind.Malformed, 1 => MessageKind.WronglySigned, _ => MessageKind.Application };
        return (
            kind, kind == MessageKind.Malformed ? Encoding.UTF8.GetBytes($"{{\"number\": {number}, \"answers\": ") : Application(number));
    }

    /// <summary>What the form of a cohort signs with.</summary>
    public static byte[] KeyOf(string cohort) =>
        Encoding.UTF8.GetBytes(DerivedSecret.Of(BenchSettings.IdentityKey, Agreed, cohort, FormProvider.Find("google-forms")!));

    /// <summary>Ready to be sent, signed now.</summary>
    public static HttpRequestMessage Request((string Id, byte[] Key) cohort, MessageKind kind, byte[] body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = kind == MessageKind.WronglySigned ? "another"u8.ToArray() : cohort.Key;
        var request = new HttpRequestMessage(HttpMethod.Post, $"hooks/{cohort.Id}/google-forms") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Ilnp-Timestamp", timestamp);
        request.Headers.Add(
            "X-Ilnp-Signature",
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body])));
        return request;
    }

    static byte[] Application(int number)
    {
        (string Title, string Value)[] answers =
        [
            ("Email Address", $"p{number}@library{number % 977}.example"),
            ("Full name", $"Person {number}"), ("Country", number % 2 == 0 ? "Peru" : "Nigeria"),
            ("Languages you can use", "English, Spanish"), ("Areas of interest, most important first", "Archives, Metadata"),
            ("What kind of library do you work in, or want to work in?", "Public library"), ("Years of experience", "3"),
            ("Do you have access to the internet and e-mail?", "Yes"), ("Can you communicate at least once every two weeks?", "Yes"),
            ("Can you commit to the four months of the program?", "Yes"), ("Anything else?", "No"),
        ];
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            responseId = $"r{number}",
            answers = answers.Select(answer => new { title = answer.Title, value = answer.Value }),
        });
    }
}
