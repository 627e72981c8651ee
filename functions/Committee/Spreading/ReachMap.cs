using System.Globalization;
using System.Text;
using Ilnp.Documents.Pictures;
using Ilnp.Map;
using Ilnp.Texts;
using SkiaSharp;

namespace Ilnp.Committee.Spreading;

/// <summary>The countries that applied so far, as a picture that stands alone. Pure.</summary>
static class ReachMap
{
    const string Sea = "#f3f6f8", Land = "#d5dce3", Reached = "#0d5c63", Border = "#ffffff";

    /// <summary>Pixels to one of the map's units.</summary>
    const float Scale = 1.6f;

    static readonly Lazy<WorldMap> World = new(WorldMap.Load);

    /// <param name="countries">ISO codes.</param>
    /// <param name="title">What it shows, for whoever does not see it.</param>
    public static string Svg(IReadOnlySet<string> countries, string title)
    {
        var (world, svg) = (World.Value, new StringBuilder());
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        svg.Append(Text(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {world.Width} {world.Height}\" role=\"img\"><title>"));
        svg.Append(PageTexts.Encoder.Encode(title)).Append("</title>");
        svg.Append(Text($"<rect width=\"{world.Width}\" height=\"{world.Height}\" fill=\"{Sea}\"/>"));
        foreach (var country in world.Countries.OrderBy(country => countries.Contains(country.Code)))
        {
            var ink = countries.Contains(country.Code) ? Reached : Land;
            if (country.Path is { } path) svg.Append(Text($"<path d=\"{path}\" fill=\"{ink}\" stroke=\"{Border}\" stroke-width=\"0.5\"/>"));
            else if (country is { X: { } x, Y: { } y }) svg.Append(Text($"<circle cx=\"{x}\" cy=\"{y}\" r=\"3\" fill=\"{ink}\"/>"));
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The same for networks that take no SVG.</summary>
    /// <param name="countries">ISO codes.</param>
    public static byte[] Png(IReadOnlySet<string> countries)
    {
        var world = World.Value;
        using var picture = new PictureCanvas((int)(world.Width * Scale), (int)(world.Height * Scale));
        picture.Canvas.Clear(SKColor.Parse(Sea));
        picture.Canvas.Scale(Scale);
        using var fill = new SKPaint { IsAntialias = true };
        using var border = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.5f,
            Color = SKColor.Parse(Border),
        };
        foreach (var country in world.Countries.OrderBy(country => countries.Contains(country.Code)))
        {
            fill.Color = SKColor.Parse(countries.Contains(country.Code) ? Reached : Land);
            Draw(picture.Canvas, country, fill, border);
        }

        return picture.ToPng();
    }

    static void Draw(SKCanvas canvas, CountryShape country, SKPaint fill, SKPaint border)
    {
        if (country.Path is { } outline)
        {
            using var path = SKPath.ParseSvgPathData(outline);
            canvas.DrawPath(path, fill);
            canvas.DrawPath(path, border);
        }
        else if (country is { X: { } x, Y: { } y }) canvas.DrawCircle(x, y, 3, fill);
    }
}
