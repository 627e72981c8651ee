using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Ilnp.Local.Match;

/// <summary>Draws our own SVG pictures as PNG: the few shapes that they are made of, for places where no SVG can be shown.</summary>
sealed class PngPicture : IDisposable
{
    readonly SKTypeface _plain, _bold;
    readonly SKCanvas _canvas;

    PngPicture(SKCanvas canvas)
    {
        _canvas = canvas;
        _plain = Typeface("NotoSerif_400Regular.ttf");
        _bold = Typeface("NotoSerif_600SemiBold.ttf");
    }

    static SKTypeface Typeface(string file) => SKTypeface.FromFile(Path.Combine(AppContext.BaseDirectory, "Fonts", file));

    /// <summary>The picture's bytes.</summary>
    /// <param name="svg">A picture of <see cref="Ilnp.Matching.Picture"/>.</param>
    /// <param name="width">In pixels; the height follows.</param>
    /// <exception cref="NotSupportedException">There is a shape in it that none of our pictures has.</exception>
    public static byte[] Draw(string svg, int width)
    {
        var root = XDocument.Parse(svg).Root!;
        var box = root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        var scale = width / box[2];
        using var surface = SKSurface.Create(new SKImageInfo(width, (int)Math.Round(box[3] * scale)));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        using var picture = new PngPicture(surface.Canvas);
        foreach (var shape in root.Elements()) picture.Draw(shape, root);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    void Draw(XElement shape, XElement root)
    {
        switch (shape.Name.LocalName)
        {
            case "title": break;
            case "rect": Paint(shape, paint => _canvas.DrawRect(0, 0, Of(shape, "width"), Of(shape, "height"), paint)); break;
            case "line":
                Paint(shape, paint => _canvas.DrawLine(Of(shape, "x1"), Of(shape, "y1"), Of(shape, "x2"), Of(shape, "y2"), paint));
                break;
            case "circle": Paint(shape, paint => _canvas.DrawCircle(Of(shape, "cx"), Of(shape, "cy"), Of(shape, "r"), paint)); break;
            case "path": DrawPath(shape, SKPath.ParseSvgPathData(shape.Attribute("d")!.Value)); break;
            case "polyline": DrawPath(shape, SKPath.ParseSvgPathData("M" + shape.Attribute("points")!.Value)); break;
            case "text": DrawText(shape, root); break;
            default: throw new NotSupportedException($"The picture has a {shape.Name.LocalName}.");
        }
    }

    void DrawPath(XElement shape, SKPath path)
    {
        using (path) Paint(shape, paint => _canvas.DrawPath(path, paint));
    }

    void DrawText(XElement shape, XElement root)
    {
        using var font = new SKFont(
            shape.Attribute("font-weight") is null ? _plain : _bold,
            Number((shape.Attribute("font-size") ?? root.Attribute("font-size"))!.Value))
        {
            Edging = SKFontEdging.Antialias,
        };
        var align = shape.Attribute("text-anchor")?.Value switch
        {
            "middle" => SKTextAlign.Center,
            "end" => SKTextAlign.Right,
            _ => SKTextAlign.Left,
        };
        if (shape.Attribute("stroke") is { } halo)
        {
            using var around = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = Of(shape, "stroke-width"),
                StrokeJoin = SKStrokeJoin.Round,
                Color = Colour(halo.Value, null),
            };
            _canvas.DrawText(shape.Value, Of(shape, "x"), Of(shape, "y"), align, font, around);
        }
        using var paint = new SKPaint { IsAntialias = true, Color = Colour(shape.Attribute("fill")?.Value ?? "#000000", null) };
        _canvas.DrawText(shape.Value, Of(shape, "x"), Of(shape, "y"), align, font, paint);
    }

    static void Paint(XElement shape, Action<SKPaint> draw)
    {
        using var paint = new SKPaint { IsAntialias = true };
        if (shape.Attribute("fill")?.Value is not "none" and var fill)
        {
            paint.Color = Colour(fill ?? "#000000", null);
            draw(paint);
        }
        if (shape.Attribute("stroke")?.Value is not { } stroke) return;
        (paint.Style, paint.StrokeWidth, paint.Color) = (
            SKPaintStyle.Stroke,
            Number(shape.Attribute("stroke-width")?.Value ?? "1"),
            Colour(stroke, shape.Attribute("stroke-opacity")?.Value));
        draw(paint);
    }

    static SKColor Colour(string hex, string? opacity) => SKColor.Parse(hex).WithAlpha((byte)(255 * Number(opacity ?? "1")));

    static float Of(XElement shape, string attribute) => Number(shape.Attribute(attribute)!.Value);

    static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _plain.Dispose();
        _bold.Dispose();
    }
}
