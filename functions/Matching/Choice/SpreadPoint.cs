namespace Ilnp.Matching.Choice;

/// <summary>A point of the curve of score against countries represented.</summary>
/// <param name="Countries">Countries represented, at least.</param>
/// <param name="Score">Best score with so many.</param>
/// <param name="UpperBound">What the score cannot exceed; equal to it where proven.</param>
public sealed record SpreadPoint(int Countries, long Score, long UpperBound);
