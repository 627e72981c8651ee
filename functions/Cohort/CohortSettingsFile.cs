using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>
/// Reads a cohort's settings file: JSON with comments and trailing commas allowed, names in camel case. Everything that
/// is wrong with it is reported at once, in plain words, with the place where it stands.
/// </summary>
public static class CohortSettingsFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The settings, or what is wrong with them.</summary>
    public static CohortSettingsResult Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            return new(null, [$"The file is not JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}. Look for a missing comma or quote there."]);
        }

        var problems = SettingsShape.Check(node, Json.GetTypeInfo(typeof(CohortSettings)), Json).ToList();
        if (problems.Count > 0) return new(null, problems);
        var settings = node.Deserialize<CohortSettings>(Json)!;
        var broken = CohortSettingsRules.Check(settings);
        return new(broken.Count == 0 ? settings : null, broken);
    }
}

/// <summary>Settings, or the problems that keep them from being used; one of the two.</summary>
public sealed record CohortSettingsResult(CohortSettings? Settings, IReadOnlyList<string> Problems);
