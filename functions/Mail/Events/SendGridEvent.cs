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

    /// <summary>Seconds since 1970, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public long Seconds { get; init; }

    /// <summary>Of a bounce: <c>bounce</c> for good, <c>blocked</c> for now.</summary>
    [JsonPropertyName("type")]
    public string? BounceType { get; init; }

    /// <summary>Enhanced status code of a bounce, for instance 5.1.1.</summary>
    [JsonPropertyName("status")]
    public string? StatusCode { get; init; }

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

    /// <summary>Null when the body is not an array of events.</summary>
    public static IReadOnlyList<SendGridEvent>? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<List<SendGridEvent>>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
