using System.Globalization;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching;

/// <summary>A cohort of the pilot's size whose optimum and curve were proven by another solver.</summary>
public sealed class SampleTests
{
    const string Curve =
        "43:89207 44:89196 45:89179 46:89159 47:89136 48:89113 49:89085 50:89053 51:89013 52:88970 53:88922 54:88873 55:88820 56:88755 "
            + "57:88679 58:88601 59:88503 60:88403 61:88300 62:88194 63:88075 64:87942 65:87713 66:87423 67:86731";

    [Fact]
    public void GivenThePilotsGraph_WhenLimitedTo47Pairs_ThenTheWholeCurveIsProven()
    {
        var chosen = PairChooser.Choose(Sample() with { Limit = 47, Spread = CountrySpread.Default });
        Assert.Equal(Curve, string.Join(' ', chosen.Hull.Select(h => $"{h.Countries}:{h.Score}")));
        Assert.All(chosen.Hull, h => Assert.Equal(h.Score, h.UpperBound));
        Assert.Equal((86731, 67, 47), (chosen.Score, chosen.Countries, chosen.Pairs.Count));
    }

    [Fact]
    public void GivenThePilotsGraph_WhenSpreadIsOff_ThenTheBestScoreIsFound()
    {
        var chosen = PairChooser.Choose(Sample() with { Limit = 47 });
        Assert.Equal((89207, 89207, 47), (chosen.Score, chosen.UpperBound, chosen.Pairs.Count));
    }

    [Fact]
    public void GivenThePilotsGraph_WhenUnlimited_Then211PairsAreFound()
    {
        var chosen = PairChooser.Choose(Sample());
        Assert.Equal((356456, 356456, 211), (chosen.Score, chosen.UpperBound, chosen.Pairs.Count));
    }

    static ChoiceRequest Sample()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Matching", "Sample488");
        var edges = File.ReadLines(Path.Combine(folder, "graph.txt")).Skip(1).Select(l => l.Split(' '))
            .Select(p => new WeightedEdge(Whole(p[0]), Whole(p[1]), Whole(p[2]))).ToArray();
        var countries = File.ReadLines(Path.Combine(folder, "nodes.csv")).Skip(1).Select(l => l.Split(',')[1]).ToList();
        var numbers = countries.Distinct().Order(StringComparer.Ordinal).Select((c, k) => (c, k)).ToDictionary(p => p.c, p => p.k);
        return new ChoiceRequest
        {
            People = countries.Count,
            Edges = edges,
            Limit = int.MaxValue,
            Country = [.. countries.Select(c => numbers[c])],
        };
    }

    static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
