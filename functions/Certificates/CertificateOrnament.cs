using Ilnp.Documents.Pdf;

namespace Ilnp.Certificates;

/// <summary>
/// The frame, the engraved corners and the seal: an open book under two globes that overlap. Computed curves, a few
/// kilobytes, sharp at every size.
/// </summary>
static class CertificateOrnament
{
    const double Inset = 30;
    const double Corner = 116;

    static readonly Ink Brass = Ink.Of("B8975A");
    static readonly Ink Faint = Ink.Of("DCCBA6");
    static readonly Ink Blue = Ink.Of("1D2B4F");

    public static void Draw(PdfDocument document, PdfPage page, Ink paper)
    {
        var corner = document.AddStamp(Corner, Corner, path => Rosette(path.StrokeWith(Faint, 0.35), 0, Corner));
        page.Decoration(path =>
        {
            path.FillWith(paper).Rectangle(0, 0, page.Width, page.Height).Fill();
            foreach (var right in new[] { false, true })
                foreach (var below in new[] { false, true })
                    path.Place(corner, right ? page.Width - Inset : Inset, below ? page.Height - Inset : Inset, right, !below);
            path.StrokeWith(Brass, 1.6).Rectangle(24, 24, page.Width - 48, page.Height - 48).Stroke();
            path.StrokeWith(Brass, 0.5).Rectangle(Inset, Inset, page.Width - 2 * Inset, page.Height - 2 * Inset).Stroke();
            Seal(path, page.Width / 2, 480);
        });
    }

    /// <summary>A quarter of waves around a point, each ring a little smaller and turned by half a wave, as on bank notes.</summary>
    static void Rosette(PdfPath path, double x, double y)
    {
        const int petals = 18;
        for (var ring = 0; ring < 9; ring++)
        {
            var mean = (Corner - 12) * (1 - ring * 0.085);
            var turn = ring % 2 * Math.PI;
            Curve(path, angle => mean * (1 + 0.09 * Math.Cos(petals * angle + turn)), x, y, petals * 6, petals * 6 / 4);
            path.Stroke();
        }
    }

    /// <summary>
    /// A curve in polar form around a point, counter-clockwise from three o'clock, through its points with matching tangents.
    /// </summary>
    /// <param name="steps">For a whole turn.</param>
    /// <param name="drawn">Steps that are drawn.</param>
    static void Curve(PdfPath path, Func<double, double> radius, double x, double y, int steps, int drawn)
    {
        (double X, double Y) Point(int step)
        {
            var angle = step * 2 * Math.PI / steps;
            return (x + radius(angle) * Math.Cos(angle), y - radius(angle) * Math.Sin(angle));
        }

        path.MoveTo(Point(0).X, Point(0).Y);
        for (var step = 0; step < drawn; step++)
        {
            var (before, from, to, after) = (Point(step - 1), Point(step), Point(step + 1), Point(step + 2));
            path.CurveTo(
                from.X + (to.X - before.X) / 6, from.Y + (to.Y - before.Y) / 6,
                to.X - (after.X - from.X) / 6, to.Y - (after.Y - from.Y) / 6, to.X, to.Y);
        }
    }

    static void Seal(PdfPath path, double x, double y)
    {
        path.StrokeWith(Brass, 0.5);
        foreach (var wave in new[] { 1.6, -1.6 })
        {
            Curve(path, angle => 41 + wave * Math.Cos(32 * angle), x, y, 192, 192);
            path.Stroke();
        }

        path.StrokeWith(Brass, 0.9).Ellipse(x, y, 36, 36).Stroke();
        foreach (var centre in new[] { x - 8.5, x + 8.5 })
        {
            path.StrokeWith(Blue, 0.9).Ellipse(centre, y - 8, 15, 15).Stroke();
            path.StrokeWith(Blue, 0.45).Ellipse(centre, y - 8, 6, 15).Stroke();
            path.MoveTo(centre - 15, y - 8).LineTo(centre + 15, y - 8).Stroke();
        }

        Book(path, x, y + 13);
    }

    static void Book(PdfPath path, double x, double y)
    {
        path.StrokeWith(Blue, 0.9);
        foreach (var side in new[] { -1, 1 })
        {
            path.MoveTo(x, y + 4).CurveTo(x + side * 7, y - 1, x + side * 15, y - 1, x + side * 22, y + 2)
                .LineTo(x + side * 22, y + 11).CurveTo(x + side * 15, y + 8, x + side * 7, y + 8, x, y + 13).Stroke();
        }

        path.MoveTo(x, y + 4).LineTo(x, y + 13).Stroke();
    }
}
