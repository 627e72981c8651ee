using CsCheck;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>What must hold for any choice. CsCheck prints the seed of a case that fails.</summary>
public sealed class ChoicePropertyTests
{
    static readonly Gen<ChoiceRequest> Requests = Gen.Int[0, 1_000_000].Select(seed => RandomChoices.Of(seed, most: 40))
        .Where(r => r.Edges.Count > 0);

    [Fact]
    public void GivenAnyChoice_WhenSpread_ThenMoreCountriesNeverScoreMoreAndTheBoundIsConcave() => Requests.Sample(
        request =>
        {
            var hull = PairChooser.Choose(request with { Spread = CountrySpread.Max }).Hull;
            for (var k = 1; k < hull.Count; k++)
                Assert.True(
                    hull[k].Countries == hull[k - 1].Countries + 1 && hull[k].Score <= hull[k - 1].Score
                        && hull[k].Score <= hull[k].UpperBound);
            Assert.Equal(hull[0].Score, hull[0].UpperBound);
            Assert.Equal(hull[^1].Score, hull[^1].UpperBound);
        },
        iter: 150);

    [Fact]
    public void GivenAnyChoice_WhenSpreadMayCostMore_ThenThereAreNotFewerCountriesAndTheCostIsKept() =>
        Gen.Select(Requests, Gen.Int[0, 30]).Sample(
            (request, percent) =>
            {
                var less = PairChooser.Choose(request with { Spread = new CountrySpread(CountrySpreadMode.Percent, percent) });
                var more = PairChooser.Choose(request with { Spread = new CountrySpread(CountrySpreadMode.Percent, percent + 10) });
                Assert.True(less.Countries <= more.Countries);
                Assert.True(100 * (less.Hull[0].Score - ChosenFacts.Value(request, less)) <= percent * Math.Abs(less.Hull[0].Score));
            },
            iter: 100);

    [Fact]
    public void GivenAnyChoice_WhenPeopleAreRenumbered_ThenScoreAndCurveAreTheSame() => Gen.Select(Requests, Gen.Int[0, 1_000_000]).Sample(
        (request, seed) =>
        {
            var order = Enumerable.Range(0, request.People).ToArray();
            new Random(seed).Shuffle(order);
            var spread = request with { Spread = CountrySpread.Max, CapPercent = seed % 2 == 0 ? null : 30 };
            Assert.Equal(PairChooser.Choose(spread).Hull, PairChooser.Choose(Renumbered(spread, order)).Hull);
        },
        iter: 100);

    [Fact]
    public void GivenAnyChoice_WhenTheCapIsLooser_ThenTheValueIsNotLower() => Gen.Select(Requests, Gen.Int[5, 60]).Sample(
        (request, percent) => ChosenFacts.Value(request, PairChooser.Choose(request with { CapPercent = percent }))
            <= ChosenFacts.Value(request, PairChooser.Choose(request with { CapPercent = percent + 7 })),
        iter: 150);

    [Fact]
    public void GivenAnyChoice_WhenAPlaceIsAdded_ThenEachFurtherOneIsWorthNoMoreThanTheLast() => Requests.Sample(
        request =>
        {
            var values = Enumerable.Range(1, 6)
                .Select(limit => ChosenFacts.Value(request, PairChooser.Choose(request with { Limit = limit }))).ToList();
            for (var k = 1; k < values.Count - 1; k++)
                Assert.True(values[k + 1] >= values[k] && values[k + 1] - values[k] <= values[k] - values[k - 1]);
        },
        iter: 100);

    [Fact]
    public void GivenAnyChoiceWithACap_WhenStoppedAtOnce_ThenTheCapIsKeptAndTheBoundHolds() =>
        Gen.Select(Requests, Gen.Int[10, 50], Gen.Bool).Sample(
            (request, percent, spread) =>
            {
                var capped = request with
                {
                    CapPercent = percent,
                    Spread = spread ? CountrySpread.Default : CountrySpread.Off,
                    LinksWrittenOut = percent % 2 == 0 ? 0 : request.LinksWrittenOut,
                };
                var stopped = PairChooser.Choose(capped, new CancellationToken(canceled: true));
                var finished = PairChooser.Choose(capped with { Spread = CountrySpread.Off });
                var counts = ChosenFacts.ByCountry(request, stopped);
                var share = Math.Max(1, percent * counts.Values.Sum() / 100);
                Assert.All(counts, c => Assert.True(c.Value <= share || c.Value == request.AlreadyChosen.GetValueOrDefault(c.Key)));
                Assert.True(stopped.Pairs.Count <= request.Limit);
                Assert.True(
                    stopped.UpperBound - stopped.Score + ChosenFacts.Value(request, stopped) >= ChosenFacts.Value(request, finished));
            },
            iter: 150);

    [Fact]
    public void GivenAnyChoiceWithACap_WhenSeatsAreLinkedOnlyAsTheDualsAsk_ThenScoreAndCurveAreTheSame() =>
        Gen.Select(Requests, Gen.Int[3, 50], Gen.Bool).Sample(
            (request, percent, spread) =>
            {
                var whole = request with { CapPercent = percent, Spread = spread ? CountrySpread.Max : CountrySpread.Off };
                var (all, asked) = (PairChooser.Choose(whole), PairChooser.Choose(whole with { LinksWrittenOut = 0 }));
                Assert.Equal(all.Hull, asked.Hull);
                Assert.Equal(ChosenFacts.Value(request, all), ChosenFacts.Value(request, asked));
                Assert.Equal(all.UpperBound - all.Score, asked.UpperBound - asked.Score);
            },
            iter: 200);

    static ChoiceRequest Renumbered(ChoiceRequest request, int[] order)
    {
        var (country, loss) = (new int[request.People], new int[request.LossWhenAlone.Count]);
        for (var v = 0; v < request.People; v++) country[order[v]] = request.Country[v];
        for (var v = 0; v < loss.Length; v++) loss[order[v]] = request.LossWhenAlone[v];
        return request with
        {
            Edges = [.. request.Edges.Select(e => e with { U = order[e.U], V = order[e.V] })],
            Country = country,
            LossWhenAlone = loss,
        };
    }
}
