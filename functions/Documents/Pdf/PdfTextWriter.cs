using System.Text;
using Ilnp.Documents.Typesetting;

namespace Ilnp.Documents.Pdf;

/// <summary>
/// Writes the glyphs of a run (ISO 32000-1, 9.4.3), from left to right also where text runs from right to left: readers
/// expect that and turn it round. A cluster of several glyphs says its characters as a whole (14.9.4).
/// </summary>
sealed class PdfTextWriter(StringBuilder content, PdfFont font, double x, double y, double size)
{
    /// <summary>Where the reader puts the next glyph: em from the line's left end, and above its baseline; NaN before the first.</summary>
    double pen = double.NaN;
    double height = double.NaN;
    bool open;

    public void Write(PlacedRun run)
    {
        content.Append($"/{font.Name} {PdfText.Of(size)} Tf\n");
        foreach (var cluster in run.Clusters)
        {
            if (cluster.Glyphs.Count == 1)
                Write(cluster.Glyphs[0]);
            else
                WriteWhole(cluster);
        }

        Close();
    }

    void WriteWhole(PlacedCluster cluster)
    {
        Close();
        content.Append($"/Span <</ActualText {PdfText.Of(cluster.Text)}>> BDC\n");
        foreach (var glyph in cluster.Glyphs.SkipLast(1)) Write(glyph);
        var last = cluster.Glyphs[^1];
        var end = last.X + font.AdvanceOf(last);
        if (cluster.End - end > 0.01)
        {
            // The last mark stands over its letter: without this spacing readers see a gap after it, and a new word.
            Close();
            content.Append($"{PdfText.Of((cluster.End - end) * size)} Tc\n");
            Write(last);
            Close();
            content.Append("0 Tc\n");
            pen = cluster.End;
        }
        else
        {
            Write(last);
        }

        Close();
        content.Append("EMC\n");
    }

    void Write(PlacedGlyph glyph)
    {
        if (!glyph.Y.Equals(height)) MoveTo(glyph);
        if (!open) content.Append('[');
        open = true;
        if (Math.Abs(glyph.X - pen) > 0.0005) content.Append(PdfText.Of((pen - glyph.X) * 1000));
        content.Append($"<{font.CodeOf(glyph):X4}>");
        pen = glyph.X + font.AdvanceOf(glyph);
    }

    void MoveTo(PlacedGlyph glyph)
    {
        Close();
        content.Append($"1 0 0 1 {PdfText.Of(x + glyph.X * size)} {PdfText.Of(y + glyph.Y * size)} Tm\n");
        (pen, height) = (glyph.X, glyph.Y);
    }

    void Close()
    {
        if (open) content.Append("]TJ\n");
        open = false;
    }
}
