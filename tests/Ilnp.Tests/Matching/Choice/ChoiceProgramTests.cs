using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>The choice and its country gadget against an integer program, on cases that a seed decides.</summary>
public sealed class ChoiceProgramTests
{
    [Fact]
    public void GivenRandomChoices_WhenSpreadIsOff_ThenTheProgramFindsNoBetterOne() =>
        ForEach(300, CountrySpread.Off, cap: false, (name, request, chosen) =>
        {
            Assert.True(ChoiceProgram.Best(request) == ChosenFacts.Value(request, chosen), name);
            Assert.True(chosen.Score == chosen.UpperBound && chosen.Pairs.Count <= request.Limit, name);
        });

    [Fact]
    public void GivenRandomChoices_WhenSpread_ThenTheCurveIsThePrograms() =>
        ForEach(150, CountrySpread.Max, cap: false, AssertCurve);

    [Fact]
    public void GivenRandomChoices_WhenCapped_ThenTheCapIsKeptAndTheProgramFindsNoBetterOne() =>
        ForEach(120, CountrySpread.Off, cap: true, (name, request, chosen) =>
        {
            AssertCap(name, request, chosen);
            Assert.True(
                ChoiceProgram.Best(request) is var best && best == ChosenFacts.Value(request, chosen),
                $"{name}: {best}, not {ChosenFacts.Value(request, chosen)}");
            Assert.True(chosen.Score == chosen.UpperBound, name);
        });

    [Fact]
    public void GivenRandomChoices_WhenCappedAndSpread_ThenTheCapIsKeptAndTheCurveIsThePrograms() =>
        ForEach(80, CountrySpread.Max, cap: true, (name, request, chosen) =>
        {
            AssertCap(name, request, chosen);
            AssertCurve(name, request, chosen);
        });

    static void ForEach(int seeds, CountrySpread spread, bool cap, Action<string, ChoiceRequest, ChosenPairs> check)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            var request = RandomChoices.Of(seed) with { Spread = spread, CapPercent = cap ? 10 + 5 * (seed % 9) : null };
            if (request.Edges.Count > 0) check($"seed {seed}", request, PairChooser.Choose(request));
        }
    }

    /// <summary>From the best score to most countries every point is the program's, and proven.</summary>
    static void AssertCurve(string name, ChoiceRequest request, ChosenPairs chosen)
    {
        var (first, last) = (chosen.Hull[0], chosen.Hull[^1]);
        Assert.True(ChoiceProgram.Best(request) is var best && best == first.Score, $"{name}: best {best}, not {first.Score}");
        Assert.True(
            ChoiceProgram.Best(request, first.Countries + 1) is var next && !(next >= best),
            $"{name}: {first.Countries + 1} countries cost nothing");
        Assert.True(
            ChoiceProgram.MostCountries(request) is var most && most == last.Countries, $"{name}: {most} countries, not {last.Countries}");
        foreach (var point in chosen.Hull)
            Assert.True(
                ChoiceProgram.Best(request, point.Countries) is var there && there == point.Score && there == point.UpperBound,
                $"{name}: {point}, not {there}");
        Assert.True(chosen.Countries == last.Countries && ChosenFacts.Value(request, chosen) == last.Score, name);
    }

    /// <summary>
    /// No country has more than its share of those chosen, except for one person, or those chosen before and nobody on top.
    /// </summary>
    static void AssertCap(string name, ChoiceRequest request, ChosenPairs chosen)
    {
        var counts = ChosenFacts.ByCountry(request, chosen);
        var share = Math.Max(1, request.CapPercent!.Value * counts.Values.Sum() / 100);
        foreach (var (country, people) in counts)
            Assert.True(
                people <= share || people == request.AlreadyChosen.GetValueOrDefault(country),
                $"{name}: {people} of {counts.Values.Sum()} from {country}");
    }
}
