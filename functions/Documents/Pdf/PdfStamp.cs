using System.Text;

namespace Ilnp.Documents.Pdf;

/// <summary>A drawing that a document stores once and places as often as it likes (a form XObject; ISO 32000-1, 8.10).</summary>
public sealed class PdfStamp(string name, double width, double height, Action<PdfPath> draw)
{
    internal string Name => name;

    internal int WriteTo(PdfObjects objects)
    {
        var content = new StringBuilder();
        draw(new(content, height));
        return objects.AddStream(Encoding.Latin1.GetBytes(content.ToString()),
            $"/Type/XObject/Subtype/Form/BBox[0 0 {PdfText.Of(width)} {PdfText.Of(height)}]/Resources<<>>");
    }

    /// <summary>The operators that place it with its lower left corner, mirrored or not, at a point of the page (from below).</summary>
    internal string PlacedAt(double x, double y, bool flipX, bool flipY) =>
        $"q {(flipX ? -1 : 1)} 0 0 {(flipY ? -1 : 1)} {PdfText.Of(x)} {PdfText.Of(y)} cm /{name} Do Q";
}
