using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Ilnp.Documents.Typesetting;

/// <summary>Sets text of any script and direction as lines of placed glyphs.</summary>
public sealed class Typesetter(FontShelf shelf)
{
    readonly Itemiser itemiser = new(shelf);

    /// <summary>One line, however long. Characters that no typeface has are the caller's to replace (<see cref="Printable"/>).</summary>
    public TextLine Line(string text, TextStyle style)
    {
        var rightToLeft = style.RightToLeft ?? Bidi.StartsRightToLeft(text);
        var items = itemiser.Itemise(text, style, Bidi.Levels(text, rightToLeft));
        var runs = new List<PlacedRun>(items.Count);
        var x = 0.0;
        foreach (var at in Bidi.VisualOrder([.. items.Select(item => item.Level)]))
            runs.Add(new(items[at].Face, Shape(text, items[at], style.Language, ref x)));
        return new(text, runs, x);
    }

    /// <summary>Width in em.</summary>
    public double Measure(string text, TextStyle style) => Line(text, style).Width;

    static List<PlacedCluster> Shape(string text, TextRun run, string language, ref double x)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text.AsSpan(), run.Start, run.End - run.Start);
        buffer.Direction = run.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = run.Script == Script.Common ? Script.Latin : run.Script;
        buffer.Language = new Language(language);
        run.Face.Shaping.Shape(buffer);
        return Place(text, run, buffer, ref x);
    }

    static List<PlacedCluster> Place(string text, TextRun run, Buffer buffer, ref double x)
    {
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        double unitsPerEm = run.Face.UnitsPerEm;
        var starts = infos.Select(info => (int)info.Cluster).Distinct().Order().Append(run.End).ToArray();
        var clusters = new List<PlacedCluster>();
        for (var i = 0; i < infos.Length;)
        {
            var start = (int)infos[i].Cluster;
            var glyphs = new List<(uint Id, double X, double Y)>();
            for (; i < infos.Length && infos[i].Cluster == start; i++)
            {
                glyphs.Add((infos[i].Codepoint, x + positions[i].XOffset / unitsPerEm, positions[i].YOffset / unitsPerEm));
                x += positions[i].XAdvance / unitsPerEm;
            }

            if (run.IsRightToLeft) glyphs.Reverse(); // the shaper puts marks before their letter there
            clusters.Add(Cluster(text[start..starts[Array.IndexOf(starts, start) + 1]], glyphs, x));
        }

        return clusters;
    }

    /// <summary>Shares a cluster's characters among its glyphs: one each when the numbers agree, else all on the first.</summary>
    static PlacedCluster Cluster(string text, List<(uint Id, double X, double Y)> glyphs, double end)
    {
        var runes = text.EnumerateRunes().ToArray();
        return new(text, [.. glyphs.Select((glyph, i) => new PlacedGlyph(
            glyph.Id, runes.Length == glyphs.Count ? runes[i].ToString() : i == 0 ? text : "", glyph.X, glyph.Y))], end);
    }
}
