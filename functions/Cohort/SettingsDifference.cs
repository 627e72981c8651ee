using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>What a settings file says otherwise than the settings that a cohort runs with, in words.</summary>
static class SettingsDifference
{
    static readonly JsonSerializerOptions Json = new(SettingsSection.Json)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlySettings } },
    };

    /// <summary>A line for each setting that was not taken; empty when the file says the same.</summary>
    public static IReadOnlyList<string> Of(CohortSettings posted, CohortSettings kept) =>
        [.. Lines(JsonSerializer.SerializeToNode(posted, Json), JsonSerializer.SerializeToNode(kept, Json), "")];

    static IEnumerable<string> Lines(JsonNode? posted, JsonNode? kept, string place)
    {
        if (JsonNode.DeepEquals(posted, kept)) return [];
        return (posted, kept) switch
        {
            (JsonObject said, JsonObject stands) => said.Select(entry => entry.Key).Union(stands.Select(entry => entry.Key))
                .SelectMany(name => Lines(said[name], stands[name], place.Length == 0 ? name : $"{place}.{name}")),
            (JsonArray said, JsonArray stands) when said.Count == stands.Count => said.SelectMany((item, index) => Lines(item, stands[index], $"{place}[{index + 1}]")),
            _ => [$"{place}: {Words(posted)} was not taken. A cohort keeps the settings that it was started with, and this one has {Words(kept)}."],
        };
    }

    /// <summary>What is computed of settings is none.</summary>
    static void OnlySettings(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null && !property.IsExtensionData).ToList()) type.Properties.Remove(computed);
    }

    static string Words(JsonNode? node) => node?.ToJsonString(Json) ?? "nothing";
}
