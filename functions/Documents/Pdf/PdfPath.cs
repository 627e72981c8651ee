using System.Text;

namespace Ilnp.Documents.Pdf;

/// <summary>Drawing of lines and areas (ISO 32000-1, 8.5). Lengths in points, from the top left corner downwards.</summary>
public sealed class PdfPath
{
    /// <summary>Control points at this share of the radius make a quarter circle of four curves.</summary>
    const double Quarter = 0.5522847498;

    readonly StringBuilder content;
    readonly double height;

    internal PdfPath(StringBuilder content, double height) => (this.content, this.height) = (content, height);

    public PdfPath FillWith(Ink ink) => Write($"{ink.Operands} rg");

    public PdfPath StrokeWith(Ink ink, double width) => Write($"{ink.Operands} RG {PdfText.Of(width)} w 1 J 1 j");

    public PdfPath Rectangle(double x, double y, double width, double tall) =>
        Write($"{PdfText.Of(x)} {PdfText.Of(height - y - tall)} {PdfText.Of(width)} {PdfText.Of(tall)} re");

    public PdfPath MoveTo(double x, double y) => Write($"{At(x, y)} m");

    public PdfPath LineTo(double x, double y) => Write($"{At(x, y)} l");

    public PdfPath CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        Write($"{At(x1, y1)} {At(x2, y2)} {At(x, y)} c");

    public PdfPath Ellipse(double x, double y, double rx, double ry)
    {
        var (kx, ky) = (rx * Quarter, ry * Quarter);
        return MoveTo(x + rx, y)
            .CurveTo(x + rx, y + ky, x + kx, y + ry, x, y + ry)
            .CurveTo(x - kx, y + ry, x - rx, y + ky, x - rx, y)
            .CurveTo(x - rx, y - ky, x - kx, y - ry, x, y - ry)
            .CurveTo(x + kx, y - ry, x + rx, y - ky, x + rx, y);
    }

    public PdfPath Fill() => Write("f");

    public PdfPath Stroke() => Write("S");

    public PdfPath CloseAndStroke() => Write("s");

    /// <summary>Places a stamp with its lower left corner at the point; flipped, it grows to the left or downwards from there.</summary>
    public PdfPath Place(PdfStamp stamp, double x, double y, bool flipX, bool flipY) => Write(stamp.PlacedAt(x, height - y, flipX, flipY));

    string At(double x, double y) => $"{PdfText.Of(x)} {PdfText.Of(height - y)}";

    PdfPath Write(string operators)
    {
        content.Append(operators).Append('\n');
        return this;
    }
}
