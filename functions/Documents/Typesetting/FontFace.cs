using System.Collections.Concurrent;
using HarfBuzzSharp;

namespace Ilnp.Documents.Typesetting;

/// <summary>
/// One typeface file, mapped into memory by HarfBuzz (large files cost only the pages that are touched). Lengths come
/// out in em, so that they are multiplied by the size in points. Safe to use from many threads.
/// </summary>
public sealed class FontFace
{
    readonly ConcurrentDictionary<int, bool> covers = new();

    public FontFace(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"A typeface is missing from the build's output: {Path.GetFileName(path)}. Build the project again.", path);
        var blob = Blob.FromFile(path);
        blob.MakeImmutable();
        Face = new Face(blob, 0);
        UnitsPerEm = Face.UnitsPerEm;
        Face.MakeImmutable();
        Shaping = new Font(Face);
        Shaping.SetFunctionsOpenType();
        Shaping.SetScale(UnitsPerEm, UnitsPerEm);
        FilePath = path;
        Name = Path.GetFileNameWithoutExtension(path).Replace('_', '-');
        Shaping.TryGetHorizontalFontExtents(out var extents);
        Ascent = (double)extents.Ascender / UnitsPerEm;
        Descent = (double)extents.Descender / UnitsPerEm;
    }

    /// <summary>As the file is called, which is nearly the PostScript name.</summary>
    public string Name { get; }

    /// <summary>Where the file is, for others that read it.</summary>
    public string FilePath { get; }

    public int UnitsPerEm { get; }

    /// <summary>Em above the baseline.</summary>
    public double Ascent { get; }

    /// <summary>Em, negative below the baseline.</summary>
    public double Descent { get; }

    internal Face Face { get; }

    internal Font Shaping { get; }

    /// <summary>Whether the typeface has a glyph of its own for the character.</summary>
    public bool Covers(int codePoint) => covers.GetOrAdd(codePoint, c => Shaping.TryGetNominalGlyph((uint)c, out var glyph) && glyph != 0);

    /// <summary>The advance that the file gives a glyph, in em.</summary>
    public double AdvanceOf(uint glyph) => (double)Shaping.GetHorizontalGlyphAdvance(glyph) / UnitsPerEm;
}
