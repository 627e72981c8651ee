using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Cohort;

/// <summary>
/// Reads and writes a cohort's settings file: JSON with comments and trailing commas allowed, names in camel case. Everything that
/// is wrong with it is reported at once, in plain words, with the place where it stands.
/// </summary>
public sealed class CohortSettingsFile(IEnumerable<SettingsSection> sections, TextLanguages languages)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WrittenSettings.WithoutRunning } },
    };

    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Settings that keep to every rule, with every default.</summary>
    internal static readonly CohortSettings Sound = new()
    {
        Id = "sound",
        Name = "Sound",
        TimeZone = "Etc/UTC",
        CapacityPairs = 1,
        Dates = new()
        {
            Announce = new(2000, 1, 3),
            ApplicationsClose = new(2000, 2, 1),
            AskAvailability = new(2000, 2, 10),
            AvailabilityCloses = new(2000, 2, 20),
            Introduce = new(2000, 3, 1),
            MidSurvey = new(2000, 4, 1),
        },
        Committee = [new()
        {
            Id = "sound",
            Name = "Sound",
            Email = "sound@example.org",
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
            LiaisonLoad = 1,
        }],
    };

    /// <summary>A file that is read as these settings.</summary>
    public static string Write(CohortSettings settings) => WrittenSettings.Of(settings)!.ToJsonString(WrittenSettings.Json);

    /// <summary>Why a file cannot be read as settings at all; empty when it can, whatever is wrong with them.</summary>
    public static IReadOnlyList<string> Unreadable(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. Twice(document.RootElement, "")]
                : ["The file: a group of settings in { } is expected."];
        }
        catch (JsonException e)
        {
            var line = json.Split('\n').ElementAtOrDefault((int)(e.LineNumber ?? 0))?.Trim();
            return [$"The file is not JSON: line {e.LineNumber + 1}, column "
                + $"{e.BytePositionInLine + 1}{(string.IsNullOrEmpty(line) ? "" : $", in \"{line}\"")}. Look for a "
                + "missing comma or quote there."];
        }
    }

    /// <summary>The settings, or what is wrong with them.</summary>
    public CohortSettingsResult Parse(string json)
    {
        if (Unreadable(json) is { Count: > 0 } unreadable) return new(null, unreadable);
        var node = JsonNode.Parse(json, documentOptions: Lenient);
        var shape = Json.GetTypeInfo(typeof(CohortSettings));
        string[] besides = [.. sections.Select(section => section.Name)];
        var problems = SettingsShape.Check(node, shape, Json, besides: besides).Concat(sections.SelectMany(OfSection)).ToList();
        if (problems.Count > 0)
        {
            var rest = new SettingsRemainder(node!, problems, Json);
            return new(null, [.. problems, .. Broken(rest.Settings).Where(rest.IsOfGiven)]);
        }

        var settings = node.Deserialize<CohortSettings>(Json)!;
        IReadOnlyList<string> broken = [.. Broken(settings)];
        return new(broken.Count == 0 ? settings : null, broken);

        IEnumerable<string> Broken(CohortSettings settings) =>
            [.. CohortSettingsRules.Check(settings, languages), .. sections.SelectMany(section => OfValues(section, settings))];

        IEnumerable<string> OfSection(SettingsSection section) =>
            SettingsShape.Find(node, section.Name) is { } given
                ? SettingsShape.Check(given, Json.GetTypeInfo(section.Type), Json, section.Name)
                : [];

        static IEnumerable<string> OfValues(SettingsSection section, CohortSettings settings) =>
            section.Problems(settings).Select(problem => $"{section.Name}: {problem}");
    }

    /// <summary>Names that stand twice in one group: which of them was meant, nobody knows.</summary>
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
