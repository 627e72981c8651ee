using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Cohort;

/// <summary>
/// Reads a cohort's settings file: JSON with comments and trailing commas allowed, names in camel case. Everything that
/// is wrong with it is reported at once, in plain words, with the place where it stands.
/// </summary>
public sealed class CohortSettingsFile(IEnumerable<SettingsSection> sections, TextLanguages languages)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The settings, or what is wrong with them.</summary>
    public CohortSettingsResult Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            var line = json.Split('\n').ElementAtOrDefault((int)(e.LineNumber ?? 0))?.Trim();
            return new(null, [$"The file is not JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}{(string.IsNullOrEmpty(line) ? "" : $", in \"{line}\"")}. Look for a missing comma or quote there."]);
        }

        if (Twice(json).ToList() is { Count: > 0 } twice) return new(null, twice);

        var shape = Json.GetTypeInfo(typeof(CohortSettings));
        string[] besides = [.. sections.Select(section => section.Name)];
        var problems = SettingsShape.Check(node, shape, Json, besides: besides).Concat(sections.SelectMany(OfSection)).ToList();
        if (problems.Count > 0) return new(null, problems);
        var settings = node.Deserialize<CohortSettings>(Json)!;
        IReadOnlyList<string> broken = [.. CohortSettingsRules.Check(settings, languages), .. sections.SelectMany(OfValues)];
        return new(broken.Count == 0 ? settings : null, broken);

        IEnumerable<string> OfSection(SettingsSection section) =>
            SettingsShape.Find(node, section.Name) is { } given
                ? SettingsShape.Check(given, Json.GetTypeInfo(section.Type), Json, section.Name)
                : [];

        IEnumerable<string> OfValues(SettingsSection section) => section.Problems(settings).Select(problem => $"{section.Name}: {problem}");
    }

    /// <summary>Names that stand twice in one group: which of them was meant, nobody knows.</summary>
    static IEnumerable<string> Twice(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        return [.. Twice(document.RootElement, "")];
    }

    static IEnumerable<string> Twice(JsonElement found, string place) => found.ValueKind switch
    {
        JsonValueKind.Array => found.EnumerateArray().SelectMany((item, index) => Twice(item, $"{place}[{index + 1}]")),
        JsonValueKind.Object => found.EnumerateObject().GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).SelectMany(same =>
        {
            var inner = place.Length == 0 ? same.Key : $"{place}.{same.Key}";
            return same.Count() > 1 ? [$"{inner}: is there {same.Count()} times."] : Twice(same.First().Value, inner);
        }),
        _ => [],
    };
}

/// <summary>Settings, or the problems that keep them from being used; one of the two.</summary>
public sealed record CohortSettingsResult(CohortSettings? Settings, IReadOnlyList<string> Problems);
