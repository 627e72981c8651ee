using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>The worked example of <c>Choice/README.md</c>: six people, six possible pairs, places for two.</summary>
static class SixPeople
{
    public static IReadOnlyList<string> Names { get; } = ["Ana", "Ben", "Chi", "Dag", "Eva", "Femi"];

    static readonly string[] Countries = ["Brazil", "Kenya", "Vietnam", "Norway", "Brazil", "Kenya"];

    public static ChoiceRequest Request { get; } = new()
    {
        People = Names.Count,
        Edges = [new(0, 1, 12), new(0, 2, 11), new(1, 2, 9), new(4, 5, 10), new(2, 3, 6), new(3, 5, 5)],
        Limit = 2,
        Country = [.. Countries.Select(country => Array.IndexOf(Countries, country))],
    };

    /// <summary>The three who all fit each other.</summary>
    public static WeightedGraph Triangle { get; } = WeightedGraph.Of(3, [.. Request.Edges.Where(edge => edge.U < 3 && edge.V < 3)]);

    public static ChosenPairs Choose(int limit = 2, int? cap = null, double? spread = null) => PairChooser.Choose(Request with
    {
        Limit = limit,
        CapPercent = cap,
        Spread = spread is { } percent ? new CountrySpread(CountrySpreadMode.Percent, percent) : CountrySpread.Off,
    });

    /// <summary>As the README writes a choice.</summary>
    public static string Told(ChosenPairs chosen) =>
        $"{string.Join(", ", chosen.Pairs.Select(pair => $"{Names[pair.First]} + {Names[pair.Second]}"))}: {chosen.Score} points, "
            + $"{chosen.Countries} countries";

    /// <summary>The README's table of people and pairs.</summary>
    public static IEnumerable<string> Table() =>
        [.. Request.Edges.Select(edge => $"| {Named(edge.U)} | {Named(edge.V)} | {edge.Weight} |")];

    static string Named(int person) => $"{Names[person]} ({Countries[person]})";
}
