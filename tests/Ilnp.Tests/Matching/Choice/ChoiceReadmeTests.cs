using Ilnp.Matching.Solver;
using Ilnp.Tests.Architecture;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>What the README of the choice tells of six people is what the code does with them.</summary>
public sealed class ChoiceReadmeTests
{
    static readonly string Readme = File.ReadAllText(Path.Combine(SourceFiles.Repository, "functions", "Matching", "Choice", "README.md"));

    [Fact]
    public void GivenTheTable_WhenTold_ThenItIsTheExample() => Assert.All(SixPeople.Table(), Tells);

    [Theory]
    [InlineData("With room for three pairs", 3, null, null)]
    [InlineData("With room for two", 2, null, null)]
    [InlineData("With a cap of 25 %", 2, 25, null)]
    [InlineData("For at most 3 % of the score", 2, null, 3.0)]
    [InlineData("For at most 5 %", 2, null, 5.0)]
    [InlineData("For at most 20 %", 2, null, 20.0)]
    public void GivenARule_WhenChosen_ThenItIsAsTold(string rule, int limit, int? cap, double? spread) =>
        Tells($"{rule}: {SixPeople.Told(SixPeople.Choose(limit, cap, spread))}.");

    [Fact]
    public void GivenTheCurve_WhenDrawn_ThenItIsAsTold() =>
        Tells("the curve is "
            + $"{string.Join(", ", SixPeople.Choose(spread: 0).Hull.Select(point => $"{point.Score} points with {point.Countries}"))}.");

    [Fact]
    public void GivenTwoPlaces_WhenPriced_ThenThePriceIsAsTold()
    {
        var chosen = SixPeople.Choose();
        Assert.Equal(chosen.Score, chosen.UpperBound);
        Tells($"the price is {chosen.Price}");
    }

    [Fact]
    public void GivenThreeWhoAllFit_WhenHalvesAreAllowed_ThenTheyAreWorthMoreThanAnyPair()
    {
        var half = new BlossomMatching(SixPeople.Triangle, [0, 0, 0]);
        Assert.True(half.SolveFractional());
        var whole = new BlossomMatching(SixPeople.Triangle, [0, 0, 0]);
        Assert.True(whole.Solve());
        var found = Certificate.Check(SixPeople.Triangle, [0, 0, 0], whole.Mates(), whole.Duals());
        Assert.True(found.ProvesOptimum);
        // All of these are doubled.
        Tells($"half of each pair would make {half.FlatDuals().Sum() / 2} points, whole pairs make {found.Value / 2}");
        Tells($"the people's duals are {string.Join(", ", whole.Duals().Vertices.Select(dual => dual / 2))} and its dual is "
            + $"{whole.Duals().Blossoms.Single().Dual / 2}:");
    }

    static void Tells(string line) => Assert.Contains(line, Readme.ReplaceLineEndings(" "), StringComparison.Ordinal);
}
