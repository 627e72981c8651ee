using Ilnp.Matching;
using Ilnp.Matching.Choice;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>The country gadget against an integer program.</summary>
public sealed class ChoiceProgramTests
{
    [Fact]
    public void GivenRandomChoices_WhenSpreadIsOff_ThenTheProgramFindsNoBetterOne()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var request = RandomChoices.Of(seed);
            var chosen = PairChooser.Choose(request);
            Assert.True(ChoiceProgram.Best(request) == ChosenFacts.Value(request, chosen), $"seed {seed}");
            Assert.True(chosen.Score == chosen.UpperBound && chosen.Pairs.Count <= request.Limit, $"seed {seed}");
        }
    }

    [Fact]
    public void GivenRandomChoices_WhenSpread_ThenEveryPointOfTheCurveIsThePrograms()
    {
        var open = new List<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            var request = RandomChoices.Of(seed) with { Spread = CountrySpread.Max };
            if (request.Edges.Count == 0) continue;
            var chosen = PairChooser.Choose(request);
            if (ChoiceProgram.MostCountries(request) != chosen.Hull[^1].Countries) open.Add($"seed {seed}: most {ChoiceProgram.MostCountries(request)}, not {chosen.Hull[^1].Countries}");
            if (ChoiceProgram.Best(request) != chosen.Hull[0].Score) open.Add($"seed {seed}: best {ChoiceProgram.Best(request)}, not {chosen.Hull[0].Score}");
            foreach (var point in chosen.Hull)
            {
                var best = ChoiceProgram.Best(request, point.Countries);
                if (best != point.Score || best != point.UpperBound) open.Add($"seed {seed}: {point} {best}");
            }
        }
        Assert.True(open.Count == 0, $"{open.Count}\n" + string.Join('\n', open));
    }

    [Fact]
    public void GivenRandomChoices_WhenCapped_ThenTheProgramFindsNoBetterOneWithinTheCap()
    {
        var open = new List<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            var request = RandomChoices.Of(seed) with { CapPercent = 10 + 5 * (seed % 9) };
            var chosen = PairChooser.Choose(request);
            if (ChoiceProgram.Best(request) is var best && best != ChosenFacts.Value(request, chosen)) open.Add($"seed {seed}: {best}, not {ChosenFacts.Value(request, chosen)} {chosen.Pairs.Count} of {request.Limit}");
        }
        Assert.True(open.Count == 0, $"{open.Count}\n" + string.Join('\n', open));
    }
}
