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
        // From the end of each list, since what cannot be read of it goes.
        gaps = [.. problems.Select(Gap.Of).DistinctBy(gap => gap.Place).OrderByDescending(gap => gap.Order, StringComparer.Ordinal)];
        var filled = JsonNode.Parse(given.ToJsonString(), new JsonNodeOptions { PropertyNameCaseInsensitive = true }) as JsonObject ?? [];
        var sound = WrittenSettings.Of(CohortSettingsFile.Sound)!.AsObject();
        foreach (var gap in gaps) Fill(filled, sound, gap.Steps);
        Settings = filled.Deserialize<CohortSettings>(json)!;
    }

    public CohortSettings Settings { get; }

    /// <summary>
    /// Whether a problem that the rules have speaks of given values alone. Days are compared with each other, so
    /// that one missing silences those beside it.
    /// </summary>
    public bool IsOfGiven(string problem) =>
        !problem.Contains($"\"{CohortSettingsFile.Sound.Id}\"", StringComparison.Ordinal)
        && !gaps.Any(gap =>
            !gap.IsInList && Regex.IsMatch(problem, $@"(?<![\w.]){Regex.Escape(gap.Place)}(?!\w)", RegexOptions.IgnoreCase));

    static void Fill(JsonNode filled, JsonNode? sound, ReadOnlySpan<string> steps)
    {
        if (filled is JsonObject group) FillValue(group, sound as JsonObject, steps[0], steps[1..]);
        else if (filled is JsonArray list && int.TryParse(steps[0], CultureInfo.InvariantCulture, out var number) && number <= list.Count)
            FillItem(list, sound as JsonArray, number - 1, steps[1..]);
    }

    static void FillValue(JsonObject group, JsonObject? sound, string name, ReadOnlySpan<string> within)
    {
        if (within.Length > 0 && group[name] is { } inner) Fill(inner, sound?[name], within);
        else if (sound?[name] is { } value) group[name] = value.DeepClone();
        else group.Remove(name);
    }

    /// <summary>
    /// What else stands in the item is still asked about; a sound one beside it keeps the rules from missing what it may have said.
    /// </summary>
    static void FillItem(JsonArray list, JsonArray? sound, int index, ReadOnlySpan<string> within)
    {
        if (within.Length > 0 && list[index] is { } item) Fill(item, sound?.FirstOrDefault(), within);
        else list.RemoveAt(index);
        if (sound is not null && !list.Any(one => sound.Any(other => JsonNode.DeepEquals(one, other)))) list.Add(sound[0]?.DeepClone());
    }

    /// <summary>What cannot be read.</summary>
    /// <param name="Place">As the problem has it: names with dots between them, and numbers from 1 in brackets.</param>
    sealed partial record Gap(string Place)
    {
        public static Gap Of(string problem) => new(PlaceAtStart().Match(problem).Value);

        /// <summary>Names, and numbers in lists.</summary>
        public string[] Steps { get; } = Place.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

        public bool IsInList => Place.Contains('[', StringComparison.Ordinal);

        /// <summary>Its numbers, so that later ones of a list sort behind earlier ones.</summary>
        public string Order => string.Concat(Steps.Where(step => char.IsAsciiDigit(step[0])).Select(step => step.PadLeft(6, '0')));

        [GeneratedRegex(@"^[^:]*")]
        private static partial Regex PlaceAtStart();
    }
}
