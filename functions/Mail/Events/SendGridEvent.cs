using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ilnp.Mail.Events;

/// <summary>One entry of SendGrid's event array, as far as it concerns us. Every part may be missing.</summary>
sealed record SendGridEvent
{
    [JsonPropertyName("event")]
    public string? Kind { get; init; }

    [JsonPropertyName("email")]
    public string? Address { get; init; }

    [JsonPropertyName("sg_event_id")]
    public string? Id { get; init; }

    [JsonPropertyName("sg_message_id")]
    public string? MessageId { get; init; }

    /// <summary>Seconds since 1970, UTC; other senders of such events write milliseconds.</summary>
    [JsonPropertyName("timestamp")]
    public long Seconds { get; init; }

    /// <summary>The moment; null when the number cannot be one.</summary>
    [JsonIgnore]
    public DateTimeOffset? At => Seconds switch
    {
        > 0 and < 100_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(Seconds),
        >= 100_000_000_000 and < 100_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(Seconds),
        _ => null,
    };

    /// <summary>Of a bounce: <c>bounce</c> for good, <c>blocked</c> for now.</summary>
    [JsonPropertyName("type")]
    public string? BounceType { get; init; }

    /// <summary>Enhanced status code of a bounce, for instance 5.1.1.</summary>
    [JsonPropertyName("status")]
    public string? StatusCode { get; init; }

    /// <summary>The receiving server's own words.</summary>
    [JsonPropertyName("reason")]
    public string? Answer { get; init; }

    [JsonPropertyName(EventKey.Cohort)]
    public string? Cohort { get; init; }

    [JsonPropertyName(EventKey.Step)]
    public string? Step { get; init; }

    [JsonPropertyName(EventKey.Occurrence)]
    public string? Occurrence { get; init; }

    [JsonPropertyName(EventKey.Person)]
    public string? Person { get; init; }

    [JsonPropertyName(EventKey.Stream)]
    public string? Stream { get; init; }

    [JsonPropertyName(EventKey.Recipient)]
    public string? Recipient { get; init; }

    static readonly JsonSerializerOptions Lenient = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>
    /// The events of the array, those left out that are of another shape. Null when the body is no array, or none of it is an event.
    /// </summary>
    public static IReadOnlyList<SendGridEvent>? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var all = JsonDocument.ParseValue(ref reader);
            if (all.RootElement.ValueKind != JsonValueKind.Array) return null;
            var events = all.RootElement.EnumerateArray().Select(Read).OfType<SendGridEvent>().ToList();
            return events.Count == 0 && all.RootElement.GetArrayLength() > 0 ? null : events;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static SendGridEvent? Read(JsonElement entry)
    {
        try
        {
            return entry.ValueKind == JsonValueKind.Object ? entry.Deserialize<SendGridEvent>(Lenient) : null;
        }
        catch (JsonException)
        {
            return null; // The others count: SendGrid would send the whole batch again and again.
        }
    }
}
