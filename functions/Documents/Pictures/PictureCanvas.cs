using Ilnp.Documents.Typesetting;
using SkiaSharp;

namespace Ilnp.Documents.Pictures;

/// <summary>
/// A picture that shaped lines are drawn on: the same typefaces and the same shaping as in print. The same lines give the same bytes.
/// </summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
sealed class PictureCanvas(int width, int height) : IDisposable
{
    /// <summary>Smaller than this takes much longer.</summary>
    const int Compression = 6;

    readonly SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));

    public SKCanvas Canvas => surface.Canvas;

    /// <summary>Where the ink of each line is: nothing may touch anything else.</summary>
    public List<(string Text, SKRect Ink)> Lines { get; } = [];

    /// <param name="line">Shaped.</param>
    /// <param name="size">Pixels to an em.</param>
    /// <param name="ink">Of the letters.</param>
    /// <param name="x">Its left end.</param>
    /// <param name="baseline">Downwards from the top.</param>
    public void Draw(TextLine line, double size, SKColor ink, double x, double baseline)
    {
        using var paint = new SKPaint { Color = ink, IsAntialias = true };
        var around = SKRect.Empty;
        foreach (var run in line.Runs)
        {
            var placed = run.Clusters.SelectMany(cluster => cluster.Glyphs).ToArray();
            using var font = new SKFont(PictureTypefaces.Of(run.Face), (float)size) { Subpixel = true, Hinting = SKFontHinting.None };
            ushort[] glyphs = [.. placed.Select(glyph => (ushort)glyph.Id)];
            SKPoint[] places = [.. placed.Select(glyph => new SKPoint((float)(x + glyph.X * size), (float)(baseline - glyph.Y * size)))];
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(glyphs, font, places);
            using var blob = builder.Build();
            if (blob is not null) Canvas.DrawText(blob, 0, 0, paint);
            around = Around(around, font, glyphs, places);
        }

        Lines.Add((line.Text, around));
    }

    /// <summary>As PNG.</summary>
    public byte[] ToPng()
    {
        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, Compression));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be written as PNG.");
    }

    public void Dispose() => surface.Dispose();

    static SKRect Around(SKRect around, SKFont font, ushort[] glyphs, SKPoint[] places)
    {
        font.GetGlyphWidths(glyphs, out var bounds);
        foreach (var (ink, place) in bounds.Zip(places).Where(one => !one.First.IsEmpty))
        {
            ink.Offset(place);
            around = around.IsEmpty ? ink : SKRect.Union(around, ink);
        }

        return around;
    }
}
