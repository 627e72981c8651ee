namespace Ilnp.Documents.Typesetting;

/// <summary>A glyph where it stands: lengths in em, from the line's left end and from the baseline upwards.</summary>
/// <param name="Id">In the typeface.</param>
/// <param name="Text">The characters that the glyph stands for; empty for the further glyphs of a cluster.</param>
public readonly record struct PlacedGlyph(uint Id, string Text, double X, double Y);

/// <summary>What cannot be told apart: a letter with its marks, a ligature.</summary>
/// <param name="Glyphs">The letter first, then its marks.</param>
/// <param name="End">Where it ends, in em from the line's left end.</param>
public sealed record PlacedCluster(string Text, IReadOnlyList<PlacedGlyph> Glyphs, double End);

/// <summary>Clusters of one typeface, from left to right.</summary>
public sealed record PlacedRun(FontFace Face, IReadOnlyList<PlacedCluster> Clusters);

/// <summary>A shaped line, ready to be drawn at any size.</summary>
/// <param name="Text">What it says, in reading order.</param>
/// <param name="Runs">From left to right.</param>
/// <param name="Width">Em.</param>
public sealed record TextLine(string Text, IReadOnlyList<PlacedRun> Runs, double Width)
{
    /// <summary>Em above the baseline that the typefaces of this line need.</summary>
    public double Ascent => Runs.Select(run => run.Face.Ascent).DefaultIfEmpty(1).Max();

    /// <summary>Em below the baseline, negative.</summary>
    public double Descent => Runs.Select(run => run.Face.Descent).DefaultIfEmpty(-0.3).Min();
}
