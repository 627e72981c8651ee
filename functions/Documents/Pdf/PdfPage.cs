using System.Text;
using Ilnp.Documents.Typesetting;

namespace Ilnp.Documents.Pdf;

/// <summary>
/// One page, drawn from back to front. Lengths in points, from the top left corner downwards. All text stands in tagged
/// paragraphs (<see cref="Paragraph"/>), all drawing between them counts as decoration, which screen readers pass over.
/// </summary>
public sealed class PdfPage
{
    readonly StringBuilder content = new();
    readonly PdfDocument document;
    readonly int index;
    readonly List<string> links = [];

    internal PdfPage(PdfDocument document, int index, double width, double height) =>
        (this.document, this.index, Width, Height) = (document, index, width, height);

    public double Width { get; }

    public double Height { get; }

    internal HashSet<PdfFont> Fonts { get; } = [];

    /// <summary>Annotations, as the page's dictionary lists them.</summary>
    internal string Links => string.Concat(links);

    internal byte[] Content => Encoding.Latin1.GetBytes(content.ToString());

    /// <summary>Drawing of no meaning of its own.</summary>
    public void Decoration(Action<PdfPath> draw)
    {
        content.Append("/Artifact BMC\nq\n");
        draw(new(content, Height));
        content.Append("Q\nEMC\n");
    }

    /// <summary>A picture with a meaning, which its description says.</summary>
    public void Figure(string description, Action<PdfPath> draw)
    {
        var id = document.Tag(index, "Figure", description);
        content.Append($"/Figure <</MCID {id}>> BDC\nq\n");
        draw(new(content, Height));
        content.Append("Q\nEMC\n");
    }

    /// <summary>Lines that are read as one paragraph or heading.</summary>
    /// <param name="kind">A standard structure type: <c>H1</c>, <c>P</c>.</param>
    public void Paragraph(string kind, Ink ink, double size, IEnumerable<(TextLine Line, double X, double Baseline)> lines)
    {
        content.Append($"/{kind} <</MCID {document.Tag(index, kind, null)}>> BDC\nBT\n{ink.Operands} rg\n");
        foreach (var (line, x, baseline) in lines) Draw(line, x, Height - baseline, size);
        content.Append("ET\nEMC\n");
    }

    /// <summary>A place to press that opens an address.</summary>
    public void Link(double x, double y, double width, double tall, Uri address) => links.Add(
        $"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{PdfText.Of(x)} {PdfText.Of(Height - y - tall)} {PdfText.Of(x + width)} "
        + $"{PdfText.Of(Height - y)}]"
        + $"/Contents {PdfText.Of(address.AbsoluteUri)}/A<</S/URI/URI({PdfText.Escaped(address.AbsoluteUri)})>>>>");

    void Draw(TextLine line, double x, double y, double size)
    {
        foreach (var run in line.Runs)
        {
            var font = document.FontOf(run.Face);
            Fonts.Add(font);
            new PdfTextWriter(content, font, x, y, size).Write(run);
        }
    }
}
