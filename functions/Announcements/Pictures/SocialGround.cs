using SkiaSharp;

namespace Ilnp.Announcements.Pictures;

/// <summary>The flyer's two globes with two people and the way between them, in lines on blue.</summary>
static class SocialGround
{
    static readonly SKColor Blue = SKColor.Parse("1D2B4F"), Lines = SKColor.Parse("43548A"), Gold = SKColor.Parse("E3C88F");

    /// <param name="canvas">Of the picture's size.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="top">Of the texts.</param>
    /// <param name="mirrored">For languages from right to left.</param>
    public static void Draw(SKCanvas canvas, float width, float top, bool mirrored)
    {
        canvas.Clear(Blue);
        canvas.Save();
        if (mirrored) canvas.Scale(-1, 1, width / 2, 0);
        canvas.Translate(width, top);
        using var line = new SKPaint { Color = Lines, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.8f };
        Globe(canvas, line, -250, 60, 230);
        Globe(canvas, line, -40, 160, 230);
        DrawWay(canvas);
        canvas.Restore();
    }

    static void DrawWay(SKCanvas canvas)
    {
        using var way = new SKPaint { Color = Gold, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 3.5f };
        using var person = new SKPaint { Color = Gold, IsAntialias = true };
        using var path = new SKPath();
        path.MoveTo(-330, 0);
        path.CubicTo(-265, -100, -85, -80, -30, 100);
        canvas.DrawPath(path, way);
        canvas.DrawCircle(-330, 0, 11, person);
        canvas.DrawCircle(-30, 100, 11, person);
    }

    /// <summary>Circles of longitude, seen from the side, and of latitude.</summary>
    static void Globe(SKCanvas canvas, SKPaint line, float x, float y, float radius)
    {
        canvas.DrawCircle(x, y, radius, line);
        foreach (var share in new[] { 0.32f, 0.68f }) canvas.DrawOval(x, y, radius * share, radius, line);
        canvas.DrawLine(x, y - radius, x, y + radius, line);
        foreach (var up in new[] { -0.6f, -0.25f, 0, 0.25f, 0.6f })
        {
            var half = radius * MathF.Sqrt(1 - up * up);
            canvas.DrawLine(x - half, y + radius * up, x + half, y + radius * up, line);
        }
    }
}
