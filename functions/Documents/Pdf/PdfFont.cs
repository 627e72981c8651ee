using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ilnp.Documents.Typesetting;

namespace Ilnp.Documents.Pdf;

/// <summary>
/// A typeface in one document. A glyph gets a code for each text that it stands for, so that whoever copies or reads
/// aloud gets the characters back, ligatures and joined letters too (ISO 32000-1, 9.7 and 9.10.3).
/// </summary>
sealed class PdfFont(FontFace face, string name)
{
    /// <summary>A word joiner, which is not seen: what a cluster's further glyphs say to readers that do not know of clusters.</summary>
    const string Nothing = "\u2060";

    readonly Dictionary<(uint Glyph, string Text), ushort> codes = [];
    readonly List<(uint Glyph, string Text)> shown = [];

    /// <summary>In the pages' resources.</summary>
    public string Name => name;

    /// <summary>The code that shows the glyph; 0 is kept for the missing glyph.</summary>
    public ushort CodeOf(PlacedGlyph glyph)
    {
        if (codes.TryGetValue((glyph.Id, glyph.Text), out var code)) return code;
        shown.Add((glyph.Id, glyph.Text));
        return codes[(glyph.Id, glyph.Text)] = (ushort)shown.Count;
    }

    /// <summary>What the reader advances after the glyph, in em.</summary>
    public double AdvanceOf(PlacedGlyph glyph) => Math.Round(face.AdvanceOf(glyph.Id) * 1000) / 1000;

    /// <returns>The number of the font object.</returns>
    public int WriteTo(PdfObjects objects)
    {
        var subset = FontSubset.Of(face.Face, [.. shown.Select(entry => entry.Glyph).Distinct()]);
        var baseName = $"{Tag()}+{face.Name}";
        var file = objects.AddStream(subset.File, $"/Length1 {subset.File.Length}");
        var descriptor = objects.Add(Descriptor(baseName, file));
        var glyphs = objects.AddStream(CodesToGlyphs(subset));
        var descendant = objects.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{baseName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/CIDToGIDMap {glyphs} 0 R/DW "
            + $"1000/W[1[{string.Join(' ', shown.Select(entry => PdfText.Of(Math.Round(face.AdvanceOf(entry.Glyph) * 1000))))}]]>>");
        var toUnicode = objects.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        return objects.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{baseName}/Encoding/Identity-H/DescendantFonts[{descendant} 0 "
                + $"R]/ToUnicode {toUnicode} 0 R>>");
    }

    /// <summary>Six letters that mark a subset, the same for the same glyphs.</summary>
    string Tag()
    {
        var hash = 17u;
        foreach (var (glyph, _) in shown) hash = unchecked(hash * 31 + glyph);
        return string.Concat(Enumerable.Range(0, 6).Select(i => (char)('A' + hash / (uint)Math.Pow(26, i) % 26)));
    }

    string Descriptor(string baseName, int file)
    {
        var head = Table("head");
        var box = string.Join(' ', new[] { 36, 38, 40, 42 }
            .Select(at => PdfText.Of(BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(at)) * 1000.0 / face.UnitsPerEm)));
        return $"<</Type/FontDescriptor/FontName/{baseName}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {PdfText.Of(face.Ascent * 1000)}"
            + $"/Descent {PdfText.Of(face.Descent * 1000)}/CapHeight 700/StemV 80/FontFile2 {file} 0 R>>";
    }

    byte[] Table(string name)
    {
        using var blob = face.Face.ReferenceTable(HarfBuzzSharp.Tag.Parse(name));
        return blob.AsSpan().ToArray();
    }

    byte[] CodesToGlyphs(FontSubset subset)
    {
        var map = new byte[2 * (shown.Count + 1)];
        foreach (var (i, (glyph, _)) in shown.Index()) BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(2 * (i + 1)), subset.NewIds[glyph]);
        return map;
    }

    string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in shown.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (i, (_, text)) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{i + 1:X4}> <{PdfText.Hex(text.Length > 0 ? text : Nothing)}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}
