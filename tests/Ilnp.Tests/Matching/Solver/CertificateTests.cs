using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>
/// A triangle with a blossom around it and a tail: 0-1-2 at 10, 2-3 at 1. The optimum 10 + 1 takes 0-1 and 2-3.
/// Each test breaks one thing and expects that very fault, or that value and bound part.
/// </summary>
public sealed class CertificateTests
{
    static readonly WeightedGraph Graph = WeightedGraph.Of(4, [new(0, 1, 10), new(1, 2, 10), new(0, 2, 10), new(2, 3, 1)]);
    static readonly int[] Floor = [0, 0, 0, 0];
    static readonly int[] Mates = [1, 0, 3, 2];
    static readonly DualSolution Duals = new([2, 2, 2, 0], [0, 0, 0, -1], [new DualBlossom(-1, 16)]);

    [Fact]
    public void GivenTheRightCertificate_WhenChecked_ThenItProvesTheOptimum()
    {
        var finding = Certificate.Check(Graph, Floor, Mates, Duals);
        Assert.Empty(finding.Faults);
        Assert.Equal((22, 22, true), (finding.Value, finding.Bound, finding.ProvesOptimum));
    }

    [Fact]
    public void GivenALighterMatching_WhenChecked_ThenItIsNotProven()
    {
        var finding = Certificate.Check(Graph, Floor, [1, 0, -1, -1], Duals);
        Assert.Empty(finding.Faults);
        Assert.Equal((20, 22, false), (finding.Value, finding.Bound, finding.ProvesOptimum));
    }

    [Fact]
    public void GivenDualsThatAreTooHigh_WhenChecked_ThenTheBoundIsLooseAndNothingProven()
    {
        var finding = Certificate.Check(Graph, Floor, Mates, Duals with { Vertices = [2, 2, 2, 1] });
        Assert.Empty(finding.Faults);
        Assert.False(finding.ProvesOptimum);
    }

    [Theory]
    [InlineData(new[] { 2, 2, 1, 0 }, "Edge 0-2 is worth more than its duals.")]
    [InlineData(new[] { 2, 2, 1, 0 }, "Edge 2-3 is worth more than its duals.")]
    [InlineData(new[] { 2, 2, 2, -1 }, "The dual of 3 is below its floor.")]
    public void GivenADualThatIsTooLow_WhenChecked_ThenItIsNamed(int[] vertices, string fault) =>
        AssertFault(fault, duals: Duals with { Vertices = vertices });

    [Theory]
    [InlineData(-1, -2, "Blossom 0 has a negative dual.")]
    [InlineData(0, 16, "Blossom 0 comes before the one around it.")]
    [InlineData(7, 16, "Blossom 0 comes before the one around it.")]
    [InlineData(-1, 15, "Edge 0-1 is worth more than its duals.")]
    public void GivenABrokenBlossom_WhenChecked_ThenItIsNamed(int parent, int dual, string fault) =>
        AssertFault(fault, duals: Duals with { Blossoms = [new DualBlossom(parent, dual)] });

    [Theory]
    [InlineData(new[] { 0, 0, -1, -1 }, "Blossom 0 has an even number of vertices.")]
    [InlineData(new[] { -1, -1, -1, -1 }, "Blossom 0 has an even number of vertices.")]
    [InlineData(new[] { 0, -1, -1, -1 }, "Edge 0-1 is worth more than its duals.")]
    [InlineData(new[] { 0, 0, 0, 1 }, "Vertex 3 is in blossom 1, which does not exist.")]
    public void GivenAWrongPlaceInBlossoms_WhenChecked_ThenItIsNamed(int[] innermost, string fault) =>
        AssertFault(fault, duals: Duals with { Innermost = innermost });

    [Theory]
    [InlineData(new[] { 1, 0, 1, -1 }, "2 is matched with 1, but 1 is not with 2.")]
    [InlineData(new[] { 3, 2, 1, 0 }, "0 and 3 are matched without an edge.")]
    [InlineData(new[] { 1, 0, 3, 4 }, "3 is matched with 4, which does not exist.")]
    [InlineData(new[] { 1, 0, 2, -1 }, "2 is matched with itself.")]
    public void GivenWrongMates_WhenChecked_ThenTheyAreNamed(int[] mates, string fault) => AssertFault(fault, mates: mates);

    [Fact]
    public void GivenAFloorAboveADual_WhenChecked_ThenItIsNamed() => AssertFault("The dual of 1 is below its floor.", floor: [0, 3, 0, 0]);

    [Fact]
    public void GivenListsOfAnotherLength_WhenChecked_ThenTheyAreNamed()
    {
        AssertFault("4 vertices need as many floors, mates, duals and places in blossoms.", mates: [1, 0, 3]);
        AssertFault("4 vertices need as many floors, mates, duals and places in blossoms.", floor: [0, 0, 0, 0, 0]);
        AssertFault("4 vertices need as many floors, mates, duals and places in blossoms.", duals: Duals with { Vertices = [2, 2, 2] });
        AssertFault("4 vertices need as many floors, mates, duals and places in blossoms.", duals: Duals with { Innermost = [0, 0, 0] });
    }

    [Fact]
    public void GivenDualsBeyond32BitsFromTheirFloors_WhenChecked_ThenTheBoundDoesNotWrapAround()
    {
        var pair = WeightedGraph.Of(2, [new(0, 1, 0)]);
        var finding = Certificate.Check(pair, [-2, -2], [-1, -1], new DualSolution([int.MaxValue, int.MaxValue], [-1, -1], []));
        Assert.Equal(2L * int.MaxValue + 4, finding.Bound);
        Assert.False(finding.ProvesOptimum);
    }

    static void AssertFault(string fault, int[]? floor = null, int[]? mates = null, DualSolution? duals = null)
    {
        var finding = Certificate.Check(Graph, floor ?? Floor, mates ?? Mates, duals ?? Duals);
        Assert.Contains(fault, finding.Faults);
        Assert.False(finding.ProvesOptimum);
    }
}
