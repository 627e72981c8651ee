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

    /// <summary>
    /// All texts in an answer: itself, its elements, the parts of a name as one, or the rows of a grid with what was chosen in each.
    /// </summary>
    public static IReadOnlyList<string> Values(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Values)],
        JsonValueKind.Object =>
            OfObject([.. element.EnumerateObject().Select(part => (part.Name, part.Value.Values())).Where(part => part.Item2.Count > 0)]),
        _ => Scalar(element) is { Length: > 0 } text ? [text] : [],
    };

    /// <summary>Parts of one thing: a name, an address, a day.</summary>
    static readonly HashSet<string> Parts =
    [
        "prefix", "first", "middle", "last", "suffix", "addr_line1", "addr_line2",
        "city", "state", "postal", "country", "day", "month", "year", "hour",
        "min", "ampm", "hourSelect", "minuteSelect", "timeInput", "area", "phone", "full", "datetime", "firstName", "lastName",
    ];

    /// <summary>What a choice is called; its ids beside it are none of the answer.</summary>
    static readonly HashSet<string> Labels = ["label", "labels", "text", "value", "title", "other"];

    static IReadOnlyList<string> OfObject(IReadOnlyList<(string Name, IReadOnlyList<string> Values)> parts)
    {
        if (parts.Count == 0) return [];
        if (parts.All(part => Parts.Contains(part.Name))) return [string.Join(' ', parts.SelectMany(part => part.Values))];
        if (parts.All(part => part.Name == "other" || part.Name.All(char.IsAsciiDigit))) return [.. parts.SelectMany(part => part.Values)];
        if (parts.Any(part => Labels.Contains(part.Name)))
            return [.. parts.Where(part => Labels.Contains(part.Name)).SelectMany(part => part.Values)];
        return [.. parts.Select(part => $"{part.Name}: {string.Join(' ', part.Values)}")];
    }

    static string? Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => null,
    };
}
