using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>
/// Settings some of whose values cannot be read, with sound ones in their place: so that the rules can be asked about all others,
/// and everything that is wrong is told at once. Pure.
/// </summary>
sealed partial class SettingsRemainder
{
    readonly IReadOnlyList<Gap> gaps;

    /// <param name="given">As the file has it; not changed.</param>
    /// <param name="problems">What is wrong with its shape, each beginning with its place.</param>
    /// <param name="json">How settings are read.</param>
    public SettingsRemainder(JsonNode given, IReadOnlyList<string> problems, JsonSerializerOptions json)
    {
        gaps = [.. problems.Select(Gap.Of).Distinct().OrderByDescending(gap => gap.Item)];
        var filled = JsonNode.Parse(given.ToJsonString(), new JsonNodeOptions { PropertyNameCaseInsensitive = true }) as JsonObject ?? [];
        var sound = WrittenSettings.Of(CohortSettingsFile.Sound)!.AsObject();
        foreach (var gap in gaps) Fill(filled, sound, gap.Path.Split('.'), gap.Item);
        Settings = filled.Deserialize<CohortSettings>(json)!;
    }

    public CohortSettings Settings { get; }

    /// <summary>Whether a problem that the rules have speaks of given values alone. Days are compared with each other, so that one missing silences those beside it.</summary>
    public bool IsOfGiven(string problem) =>
        !gaps.Any(gap => gap.Item is null && Regex.IsMatch(problem, $@"(?<![\w.]){Regex.Escape(gap.Path)}(?!\w)", RegexOptions.IgnoreCase));

    static void Fill(JsonObject filled, JsonObject sound, string[] path, int? item)
    {
        if (path.Length > 1)
        {
            if (filled[path[0]] is JsonObject group) Fill(group, sound[path[0]] as JsonObject ?? [], path[1..], item);
        }
        else if (item is { } index && filled[path[0]] is JsonArray list)
        {
            list.RemoveAt(index - 1);
            if (sound[path[0]] is JsonArray more && !list.Any(one => more.Any(other => JsonNode.DeepEquals(one, other)))) list.Add(more[0]?.DeepClone());
        }
        else if (sound[path[0]] is { } value)
        {
            filled[path[0]] = value.DeepClone();
        }
        else
        {
            filled.Remove(path[0]);
        }
    }

    /// <summary>What cannot be read.</summary>
    /// <param name="Path">Names with dots between them.</param>
    /// <param name="Item">From 1, where one of a list is meant.</param>
    sealed partial record Gap(string Path, int? Item)
    {
        public static Gap Of(string problem)
        {
            var place = Place().Match(problem);
            return new(place.Groups["path"].Value, place.Groups["item"] is { Success: true } item ? int.Parse(item.Value, CultureInfo.InvariantCulture) : null);
        }

        [GeneratedRegex(@"^(?<path>[^\[:]*)(\[(?<item>[0-9]+)\])?")]
        private static partial Regex Place();
    }
}
