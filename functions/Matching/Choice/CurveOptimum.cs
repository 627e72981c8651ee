using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>One proven optimum: the best matching at some bonus per country.</summary>
/// <param name="Mates">Partners, people first.</param>
/// <param name="Score">Sum of the pairs' weights.</param>
/// <param name="Value">Score less the losses for people left alone.</param>
/// <param name="Countries">Countries that earned the bonus.</param>
/// <param name="Duals">Duals of all vertices and blossoms (doubled, scaled).</param>
/// <param name="Floor">Their floors.</param>
/// <param name="Price">Price of a pair (scaled).</param>
/// <param name="Missing">What the bound leaves open (scaled); 0 when proven.</param>
sealed record CurveOptimum(int[] Mates, long Score, long Value, int Countries, DualSolution Duals, int[] Floor, int Price, long Missing)
{
    /// <summary>The bonus per country (scaled) that the duals are for.</summary>
    public int Bonus { get; init; }
}
