using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Choice;

public sealed class CountryCurveTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    public void GivenALastCountryThatMakesAllPairsChange_WhenSpread_ThenItIsReachedAtItsPrice(int pairs)
    {
        // A path of people from different countries, the last from the second's: without the first person all pairs weigh 100, with
        // the first 0, and one country more is there.
        var people = 2 * pairs + 1;
        var request = new ChoiceRequest
        {
            People = people,
            Edges = [.. Enumerable.Range(0, people - 1).Select(k => new WeightedEdge(k, k + 1, k % 2 == 0 ? 0 : 100))],
            Limit = pairs,
            Country = [.. Enumerable.Range(0, people).Select(k => k == people - 1 ? 1 : k)],
            Spread = CountrySpread.Max,
        };
        var hull = PairChooser.Choose(request).Hull;
        Assert.Equal([new SpreadPoint(2 * pairs - 1, 100 * pairs, 100 * pairs), new SpreadPoint(2 * pairs, 0, 0)], hull);
    }

    [Fact]
    public void GivenAPointBelowTheLineBetweenItsNeighbours_WhenSpread_ThenItIsProvenToo()
    {
        // Home 0-1 at 10. Two countries more come only together, by 2-3 at 4; one more by 0-2 at 5: below the line from 10 to 4.
        var request = new ChoiceRequest
        {
            People = 6,
            Edges = [new(0, 1, 10), new(2, 3, 4), new(0, 4, 5), new(1, 5, 1)],
            Limit = 1,
            Country = [0, 1, 2, 3, 4, 0],
            AlreadyChosen = new Dictionary<int, int> { [0] = 1, [1] = 1 },
            Spread = CountrySpread.Max,
        };
        Assert.Equal([new SpreadPoint(2, 10, 10), new SpreadPoint(3, 5, 5), new SpreadPoint(4, 4, 4)], PairChooser.Choose(request).Hull);
    }

    [Theory]
    [InlineData(WeightedGraph.MaxWeight, 0)]
    [InlineData(-WeightedGraph.MaxWeight, 0)]
    [InlineData(5, int.MaxValue)]
    [InlineData(1_200_000, 0)]
    public void GivenWeightsThatWouldOverflow_WhenSpread_ThenTheErrorNamesThem(int weight, int loss)
    {
        var request = new ChoiceRequest
        {
            People = 2,
            Edges = [new(0, 1, weight)],
            Limit = 1,
            Country = [0, 1],
            LossWhenAlone = [loss, 0],
            Spread = CountrySpread.Default,
        };
        var error = Assert.Throws<ArgumentException>(() => PairChooser.Choose(request));
        Assert.Contains(
            $"weighs {(loss > 0 ? loss : weight)}; the limit is 1118481 with country spread", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenWeightsTooLargeForACap_WhenChosen_ThenTheErrorSaysSoOrTheCapIsKept()
    {
        const int most = WeightedGraph.MaxWeight;
        var request = new ChoiceRequest
        {
            People = 6,
            Edges = [new(0, 3, most), new(1, 4, most), new(2, 5, most - 1)],
            Limit = 3,
            Country = [0, 0, 0, 1, 2, 3],
            CapPercent = 20,
        };
        var error = Assert.Throws<ArgumentException>(() => PairChooser.Choose(request));
        Assert.Contains("divide them by a common number", error.Message, StringComparison.Ordinal);
        Assert.Equal(1000, PairChooser.Choose(request with { Edges = [new(0, 3, 1000), new(1, 4, 1000), new(2, 5, 999)] }).Score);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(4, 0)]
    public void GivenNothingToChoose_WhenChosen_ThenTheChoiceIsEmpty(int people, int limit)
    {
        var chosen = PairChooser.Choose(new ChoiceRequest
        {
            People = people,
            Edges = people == 0 ? [] : [new(0, 1, 5)],
            Limit = limit,
            Country = [.. Enumerable.Range(0, people)],
            Spread = CountrySpread.Max,
            CapPercent = 20,
        });
        Assert.Empty(chosen.Pairs);
        Assert.Equal((0L, 0L, 0), (chosen.Score, chosen.UpperBound, chosen.Countries));
    }
}
