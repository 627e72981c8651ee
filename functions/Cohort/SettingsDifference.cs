using System.Text.Json;
using System.Text.Json.Nodes;
using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>What a settings file says otherwise than the settings that a cohort runs with, in words.</summary>
static class SettingsDifference
{
    static readonly JsonSerializerOptions OneLine = new(WrittenSettings.Json) { WriteIndented = false };

    /// <summary>A line for each setting that was not taken; empty when the file says the same.</summary>
    public static IReadOnlyList<string> Of(CohortSettings posted, CohortSettings kept) =>
        [.. Lines(WrittenSettings.Of(posted), WrittenSettings.Of(kept), "")];

    static IEnumerable<string> Lines(JsonNode? posted, JsonNode? kept, string place)
    {
        if (JsonNode.DeepEquals(posted, kept)) return [];
        return (posted, kept) switch
        {
            (JsonObject said, JsonObject stands) => said.Select(entry => entry.Key).Union(stands.Select(entry => entry.Key))
                .SelectMany(name => Lines(said[name], stands[name], place.Length == 0 ? name : $"{place}.{name}")),
            (JsonArray said, JsonArray stands) when said.Count == stands.Count =>
                said.SelectMany((item, index) => Lines(item, stands[index], $"{place}[{index + 1}]")),
            _ when place.StartsWith("dates.", StringComparison.Ordinal) =>
                [$"{place}: {Words(posted)} was not taken; this cohort has {Words(kept)}. Days of a cohort that runs are moved "
                    + "by a lead on its page Days."],
            _ => [$"{place}: {Words(posted)} was not taken. A cohort keeps the settings that it was started with, and "
                + $"this one has {Words(kept)}."],
        };
    }

    static string Words(JsonNode? node) => node?.ToJsonString(OneLine) ?? "nothing";
}
