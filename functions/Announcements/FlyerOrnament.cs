using Ilnp.Documents.Pdf;

namespace Ilnp.Announcements;

/// <summary>Two globes that overlap, in lines on blue, with two people and the way between them.</summary>
static class FlyerOrnament
{
    static readonly Ink Blue = Ink.Of("1D2B4F");
    static readonly Ink Paper = Ink.Of("FDFBF6");
    static readonly Ink Lines = Ink.Of("43548A");
    static readonly Ink Gold = Ink.Of("E3C88F");
    static readonly Ink Brass = Ink.Of("B8975A");

    /// <param name="path">On the page.</param>
    /// <param name="width">Of the layout, whose height is A4's.</param>
    /// <param name="fold">Where the blue ends.</param>
    /// <param name="scale">Points of the page to one of the layout.</param>
    /// <param name="mirrored">For languages from right to left.</param>
    public static void Draw(PdfPath path, double width, double fold, double scale, bool mirrored)
    {
        // What stands on the right stays at its distance from that edge, however wide the paper is.
        double X(double x) => (mirrored ? 595.28 - x : x + width - 595.28) * scale;
        double S(double length) => length * scale;
        path.FillWith(Paper).Rectangle(0, 0, S(width), S(841.89)).Fill();
        path.FillWith(Blue).Rectangle(0, 0, S(width), S(fold)).Fill();
        path.StrokeWith(Lines, S(0.8));
        Globe(path, X(450), S(96), S(128));
        Globe(path, X(560), S(150), S(128));
        path.StrokeWith(Gold, S(1.6)).MoveTo(X(404), S(62)).CurveTo(X(440), S(8), X(540), S(20), X(570), S(118)).Stroke();
        path.FillWith(Gold).Ellipse(X(404), S(62), S(5.5), S(5.5)).Fill();
        path.Ellipse(X(570), S(118), S(5.5), S(5.5)).Fill();
        path.FillWith(Brass).Rectangle(0, S(fold), S(width), S(3)).Fill();
        path.StrokeWith(Brass, S(0.6)).MoveTo(S(54), S(741)).LineTo(S(width - 54), S(741)).Stroke();
    }

    /// <summary>Circles of longitude, seen from the side, and of latitude.</summary>
    static void Globe(PdfPath path, double x, double y, double radius)
    {
        path.Ellipse(x, y, radius, radius).Stroke();
        foreach (var share in new[] { 0.32, 0.68 }) path.Ellipse(x, y, radius * share, radius).Stroke();
        path.MoveTo(x, y - radius).LineTo(x, y + radius).Stroke();
        foreach (var up in new[] { -0.6, -0.25, 0.25, 0.6 })
        {
            var half = radius * Math.Sqrt(1 - up * up);
            path.MoveTo(x - half, y + radius * up).LineTo(x + half, y + radius * up).Stroke();
        }

        path.MoveTo(x - radius, y).LineTo(x + radius, y).Stroke();
    }
}
