using System.Text.Json;

namespace Ilnp.Tests.Intake;

/// <summary>
/// Answers as people really gave them, with what they mean: <c>Samples/Field/*.json</c>, a file for each kind of mistake to make with them.
/// </summary>
static class FieldValues
{
    /// <summary>The cases of a file, each with its place in it.</summary>
    public static IEnumerable<FieldValue> Of(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Samples.FieldPath($"{file}.json")));
        return [.. json.RootElement.GetProperty("cases").EnumerateArray().Select(part => new FieldValue(part.Clone()))];
    }
}

/// <summary>One answer and its meaning.</summary>
sealed record FieldValue(JsonElement Case)
{
    public string Input => Case.GetProperty("input").GetString()!;

    public JsonElement Expected => Case.GetProperty("expected");

    /// <summary>Every meaning that is right.</summary>
    public IReadOnlyList<string?> Any => [.. Expected.EnumerateArray().Select(Text)];

    public bool IsNoted => Case.GetProperty("noted").GetBoolean();

    public string? Of => Case.TryGetProperty("of", out var of) ? of.GetString() : null;

    static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();
}
