using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;
using Ilnp.Programme;

namespace Ilnp.Matching.Proposing;

/// <summary>
/// Says where the country cap is not met although nobody was chosen against it: by people who had a place before, or
/// because one person is more than the share.
/// </summary>
static class CapNotes
{
    /// <summary>
    /// One sentence for each country over its share by more than one person, and one for all with a single person; none without a cap.
    /// </summary>
    public static IReadOnlyList<string> Of(MatchingRules rules, IReadOnlyCollection<int> placed)
    {
        if (rules.Problem.CountryCapPercent is not { } percent || placed.Count == 0) return [];
        var share = CountryShare.Of(percent, placed.Count);
        var over = placed.GroupBy(i => rules.Pool.Country[i]).Where(c => c.Count() > share).OrderBy(c => c.Key)
            .Select(c =>
                $"{Words.Country(rules.Problem.People[c.First()].Country, "en")} has {c.Count()} of {placed.Count} people, more than "
                    + $"{percent} %: whoever had a place already keeps it.");
        return (long)percent * placed.Count >= 100
            ? [.. over]
            : [$"{percent} % of {placed.Count} people is less than one person: one person of each country is allowed.", .. over];
    }
}
