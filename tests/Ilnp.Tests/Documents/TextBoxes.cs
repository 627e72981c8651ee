using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Ilnp.Tests.Documents;

/// <summary>Where the paragraphs of a document's pages stand, as a reader of it sees them.</summary>
static class TextBoxes
{
    /// <summary>What touches what: a paragraph another one, or the edge of the page. Empty when all is well.</summary>
    public static IReadOnlyList<string> Collisions(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(Collisions)];
    }

    static IEnumerable<string> Collisions(Page page)
    {
        var boxes = page.GetMarkedContents().Where(content => content.Letters.Count > 0).Select(content => (
            Text: string.Concat(content.Letters.Select(letter => letter.Value)),
            Lines: content.Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).Select(line => Around([.. line])).ToList()))
            .ToList();
        foreach (var (text, lines) in boxes)
            if (lines.Exists(line => line.Left < 0 || line.Bottom < 0 || line.Right > page.Width || line.Top > page.Height))
                yield return $"'{text}' leaves the page.";
        for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++)
                if (boxes[i].Lines.Exists(one => boxes[j].Lines.Exists(other => Touch(one, other))))
                    yield return $"'{boxes[i].Text}' and '{boxes[j].Text}' overlap.";
    }

    static PdfRectangle Around(IReadOnlyList<Letter> letters) => new(
        letters.Min(letter => letter.BoundingBox.Left), letters.Min(letter => letter.BoundingBox.Bottom),
        letters.Max(letter => letter.BoundingBox.Right), letters.Max(letter => letter.BoundingBox.Top));

    static bool Touch(PdfRectangle one, PdfRectangle other) =>
        one.Left < other.Right && other.Left < one.Right && one.Bottom < other.Top && other.Bottom < one.Top;
}
