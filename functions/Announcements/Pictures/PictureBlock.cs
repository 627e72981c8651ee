using Ilnp.Documents.Typesetting;
using SkiaSharp;

namespace Ilnp.Announcements.Pictures;

/// <summary>Lines of one size that stand below each other.</summary>
/// <param name="Fitted">The lines.</param>
/// <param name="Ink">Of the letters.</param>
/// <param name="Leading">From line to line, in sizes.</param>
/// <param name="Above">Pixels between it and what stands above.</param>
sealed record PictureBlock(FittedText Fitted, SKColor Ink, double Leading, double Above)
{
    public double Step => Fitted.Size * Leading;

    /// <summary>Pixels, with those above.</summary>
    public double Height => Above + Fitted.Lines.Count * Step;

    /// <summary>Of its first line, below where it begins: letters are higher than they hang down.</summary>
    public double Baseline => Above + Step * 0.76;
}
