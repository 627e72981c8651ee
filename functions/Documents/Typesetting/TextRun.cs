using HarfBuzzSharp;

namespace Ilnp.Documents.Typesetting;

/// <summary>A stretch of a line with one typeface, one script and one direction: what can be shaped at once.</summary>
readonly record struct TextRun(int Start, int End, FontFace Face, Script Script, int Level)
{
    public bool IsRightToLeft => Level % 2 == 1;
}
