namespace Ilnp.Matching.Solver;

/// <summary>
/// A blossom with its dual (doubled), and the number of the blossom directly around it, or -1. A blossom comes after the one around it.
/// </summary>
public readonly record struct DualBlossom(int Parent, int Dual);

/// <summary>The dual side of a matching, all values doubled.</summary>
/// <param name="Vertices">One dual per vertex.</param>
/// <param name="Innermost">Per vertex the number of the smallest blossom around it, or -1.</param>
/// <param name="Blossoms">Blossoms with their duals.</param>
public sealed record DualSolution(int[] Vertices, int[] Innermost, IReadOnlyList<DualBlossom> Blossoms)
{
    public static DualSolution WithoutBlossoms(int[] vertices) => new(vertices, [.. vertices.Select(_ => -1)], []);
}
