using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>Says where the country cap is not met although nobody was chosen against it: by people who had a place before, or because one person is more than the share.</summary>
static class CapNotes
{
    /// <summary>One sentence for each country over its share; none without a cap.</summary>
    public static IReadOnlyList<string> Of(MatchingRules rules, IReadOnlyCollection<int> placed)
    {
        if (rules.Problem.CountryCapPercent is not { } percent) return [];
        var exact = (long)percent * placed.Count / 100;
        return
        [
            .. placed.GroupBy(i => rules.Pool.Country[i]).Where(c => c.Count() > exact).OrderBy(c => c.Key).Select(c => (Name: Words.Country(rules.Problem.People[c.First()].Country, "en"), Count: c.Count()))
                .Select(c => c.Count > CountryShare.Of(percent, placed.Count)
                    ? $"{c.Name} has {c.Count} of {placed.Count} people, more than {percent} %: whoever had a place already keeps it."
                    : $"{c.Name} has 1 of {placed.Count} people, more than {percent} %: one person of a country is always allowed."),
        ];
    }
}
