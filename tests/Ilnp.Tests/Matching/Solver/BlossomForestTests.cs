using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

public sealed class BlossomForestTests
{
    [Fact]
    public void GivenRandomNests_WhenTwoVerticesAreCompared_ThenTheyShareTheBlossomsAroundBoth()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var duals = Nests(new Random(seed), blossoms: seed, vertices: 30);
            var forest = new BlossomForest(duals);
            var main = forest.SumsAlongMainNest(30);
            for (var u = 0; u < 30; u++)
                for (var v = 0; v < 30; v++)
                {
                    var common = Around(duals, u).Intersect(Around(duals, v)).Sum(b => (long)duals.Blossoms[b].Dual);
                    Assert.True(common == forest.Common(u, v), $"seed {seed}, vertices {u} and {v}");
                    Assert.True(Math.Min(main[u], main[v]) <= common, $"seed {seed}, vertices {u} and {v}");
                }
        }
    }

    [Fact]
    public void GivenANestOfAHundredThousand_WhenItsInnermostVerticesAreCompared_ThenAllButTheInnermostAreCommon()
    {
        const int Levels = 100_000;
        var blossoms = Enumerable.Range(0, Levels).Select(b => new DualBlossom(b - 1, 2)).ToList();
        var forest = new BlossomForest(new DualSolution([0, 0], [Levels - 1, Levels - 2], blossoms));
        Assert.Equal(2L * (Levels - 1), forest.Common(0, 1));
        Assert.Equal([2L * Levels, 2L * (Levels - 1)], forest.SumsAlongMainNest(2));
    }

    /// <summary>Blossoms of which most lie in the one before, so that nests get deep.</summary>
    static DualSolution Nests(Random random, int blossoms, int vertices) => new(
        new int[vertices],
        [.. Enumerable.Range(0, vertices).Select(_ => random.Next(-1, blossoms))],
        [.. Enumerable.Range(0, blossoms).Select(b => new DualBlossom(random.Next(4) > 0 ? b - 1 : random.Next(-1, b), random.Next(20)))]);

    static IEnumerable<int> Around(DualSolution duals, int vertex)
    {
        for (var b = duals.Innermost[vertex]; b >= 0; b = duals.Blossoms[b].Parent) yield return b;
    }
}
