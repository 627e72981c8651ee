using System.Globalization;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>The pilot's graph under country caps that bind: 65 of its 437 people are from one country.</summary>
public sealed class SampleCapTests
{
    [Theory]
    [InlineData(47, 20, 47, 89207)]
    [InlineData(47, 10, 47, 89186)]
    [InlineData(47, 5, 47, 88786)]
    [InlineData(47, 2, 33, 60255)]
    [InlineData(int.MaxValue, 10, 197, 333_902)]
    public void GivenThePilotsGraph_WhenCapped_ThenTheBestWithinTheCapIsProven(int limit, int percent, int pairs, long score)
    {
        var request = Sample() with { Limit = limit, CapPercent = percent };
        var chosen = PairChooser.Choose(request);
        Assert.Equal((pairs, score, score), (chosen.Pairs.Count, chosen.Score, chosen.UpperBound));
        Assert.All(ChosenFacts.ByCountry(request, chosen), c => Assert.InRange(c.Value, 1, Math.Max(1, percent * 2 * pairs / 100)));
    }

    static ChoiceRequest Sample()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Matching", "Sample488");
        var edges = File.ReadLines(Path.Combine(folder, "graph.txt")).Skip(1)
            .Select(l => l.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray());
        var countries = File.ReadLines(Path.Combine(folder, "nodes.csv")).Skip(1).Select(l => l.Split(',')[1]).ToList();
        var names = countries.Distinct().ToList();
        return new ChoiceRequest
        {
            People = countries.Count,
            Edges = [.. edges.Select(e => new WeightedEdge(e[0], e[1], e[2]))],
            Limit = 0,
            Country = [.. countries.Select(c => names.IndexOf(c))],
        };
    }
}
