using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>
/// Right certificates of small graphs, changed at random: whatever still passes must be a matching of the oracle's weight.
/// </summary>
public sealed class CertificateSoundnessTests
{
    [Fact]
    public void GivenCertificatesChangedAtRandom_WhenOneIsAccepted_ThenItsMatchingIsStillTheBest()
    {
        var (accepted, refused) = (0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var (count, edges) = SmallGraphs.Of(seed, most: 8);
            if (count < 2) continue;
            var best = SubsetOptimum.ByPairs(count, edges).Max() ?? 0;
            var right = Solve(WeightedGraph.Of(count, edges));
            var random = new Random(seed);
            for (var change = 0; change < 40; change++)
            {
                var given = Changed(right, random);
                if (!Certificate.Check(right.Graph, new int[count], given.Mates, given.Duals).ProvesOptimum) { refused++; continue; }
                accepted++;
                Assert.True(
                    IsMatchingOf(given.Mates, edges, best), $"seed {seed}, change {change}: [{string.Join(' ', given.Mates)}] is accepted");
            }
        }
        Assert.True(accepted > 500 && refused > 10_000, $"{accepted} accepted, {refused} refused: too few of a kind to tell anything");
    }

    sealed record Case(WeightedGraph Graph, int[] Mates, DualSolution Duals);

    static Case Solve(WeightedGraph graph)
    {
        var solver = new BlossomMatching(graph, new int[graph.Count]);
        solver.Solve();
        return new Case(graph, solver.Mates(), solver.Duals());
    }

    static Case Changed(Case right, Random random)
    {
        var (mates, vertices, innermost) = (right.Mates.ToArray(), right.Duals.Vertices.ToArray(), right.Duals.Innermost.ToArray());
        var blossoms = right.Duals.Blossoms.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var v = random.Next(mates.Length);
            switch (random.Next(6))
            {
                case 0: Rematch(mates, v, random.Next(mates.Length)); break;
                case 1: mates[v] = random.Next(-1, mates.Length + 1); break;
                case 2: vertices[v] += random.Next(-3, 4); break;
                case 3: innermost[v] = random.Next(-1, blossoms.Length + 1); break;
                case 4: blossoms = [.. blossoms, new DualBlossom(random.Next(-1, blossoms.Length + 1), random.Next(-2, 5))]; break;
                default:
                    if (blossoms.Length > 0)
                        blossoms[random.Next(blossoms.Length)] = new DualBlossom(random.Next(-1, blossoms.Length + 1), random.Next(-2, 5));
                    break;
            }
        }
        return right with { Mates = mates, Duals = new DualSolution(vertices, innermost, blossoms) };
    }

    /// <summary>A valid other matching: the two become partners, their former ones are alone.</summary>
    static void Rematch(int[] mates, int u, int v)
    {
        foreach (var alone in new[] { u, v })
            if (mates[alone] >= 0 && mates[alone] < mates.Length) (mates[mates[alone]], mates[alone]) = (-1, -1);
        if (u != v) (mates[u], mates[v]) = (v, u);
    }

    static bool IsMatchingOf(int[] mates, WeightedEdge[] edges, long weight)
    {
        var sum = 0L;
        for (var v = 0; v < mates.Length; v++)
        {
            if (mates[v] < 0) continue;
            if (mates[v] >= mates.Length || mates[v] == v || mates[mates[v]] != v) return false;
            var between = edges.Where(e => (e.U == v && e.V == mates[v]) || (e.V == v && e.U == mates[v]))
                .Select(e => (long?)e.Weight).Max();
            if (between is null) return false;
            if (mates[v] > v) sum += between.Value;
        }
        return sum == weight;
    }
}
