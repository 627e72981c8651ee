using System.Text.Json;

namespace Ilnp.Intake.Providers;

/// <summary>Reading what providers put into JSON, without trust in its shape.</summary>
static class JsonAnswers
{
    /// <summary>The named part, or undefined.</summary>
    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    /// <summary>The text of a text or number, null for anything else.</summary>
    public static string? Text(this JsonElement element, string name) => Scalar(element.Part(name));

    public static int? Integer(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>The elements of an array, none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>All texts in an answer: itself, its elements, or the parts of an object such as a name, in their order.</summary>
    public static IReadOnlyList<string> Values(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Values)],
        JsonValueKind.Object => Joined(element.EnumerateObject().SelectMany(part => part.Value.Values())),
        _ => Scalar(element) is { Length: > 0 } text ? [text] : [],
    };

    static IReadOnlyList<string> Joined(IEnumerable<string> parts) => string.Join(' ', parts) is { Length: > 0 } text ? [text] : [];

    static string? Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => null,
    };
}
