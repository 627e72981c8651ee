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

    public static void Draw(PdfPath path, double width, double height, double fold, bool mirrored)
    {
        double X(double x) => mirrored ? width - x : x;
        path.FillWith(Paper).Rectangle(0, 0, width, height).Fill();
        path.FillWith(Blue).Rectangle(0, 0, width, fold).Fill();
        path.StrokeWith(Lines, 0.8);
        Globe(path, X(450), 96, 128);
        Globe(path, X(560), 150, 128);
        path.StrokeWith(Gold, 1.6).MoveTo(X(404), 62).CurveTo(X(440), 8, X(540), 20, X(570), 118).Stroke();
        path.FillWith(Gold).Ellipse(X(404), 62, 5.5, 5.5).Fill();
        path.Ellipse(X(570), 118, 5.5, 5.5).Fill();
        path.FillWith(Brass).Rectangle(0, fold, width, 3).Fill();
        path.StrokeWith(Brass, 0.6).MoveTo(54, 741).LineTo(width - 54, 741).Stroke();
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
