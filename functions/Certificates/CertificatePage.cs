using Ilnp.Documents.Pdf;
using Ilnp.Documents.Typesetting;

namespace Ilnp.Certificates;

/// <summary>The layout of a certificate: everything centred, points from the top left corner of an A4 page in landscape.</summary>
sealed class CertificatePage(PdfDocument document, LineBreaker breaker, string language, string nameLanguage)
{
    const double Width = 841.89;
    const double Height = 595.28;
    const double Centre = Width / 2;
    const double Leading = 1.5;

    static readonly Ink Paper = Ink.Of("FDFBF6");
    static readonly Ink Blue = Ink.Of("1D2B4F");
    static readonly Ink Quiet = Ink.Of("535D6E");
    static readonly Ink Brass = Ink.Of("86652B");

    readonly PdfPage page = document.AddPage(Width, Height);

    public void Draw(CertificateWording wording)
    {
        CertificateOrnament.Draw(document, page, Paper);
        if (wording.Organiser is { } organiser) AboveTitle(organiser);
        Centred("H1", wording.Title, FontRole.Display, Blue, 40, 136, 640);
        Centred("P", wording.Awarded, FontRole.Text, Quiet, 14, 170, 600);
        DrawName(wording.Name);
        Centred("P", wording.Recognition, FontRole.Text, Quiet, 14, 306, 600);
        var below = Centred("P", wording.Programme, FontRole.Strong, Blue, 17, 332, 680);
        Centred("P", wording.Period, FontRole.Text, Quiet, 13, below + 25, 540);
        DrawSignatures(wording);
        if (wording.CheckUrl is { } url) DrawCheck(wording.Check, url);
        Centred("P", wording.Issued, FontRole.Text, Quiet, 10, 542, 300);
    }

    /// <summary>The name stands on a rule, in the middle of its space whether it takes one line or more.</summary>
    void DrawName(string name)
    {
        const double top = 182;
        const double bottom = 270;
        var style = new TextStyle(FontRole.Display, nameLanguage);
        var fitted = FittedText.In(breaker, name, style, 640, largest: 46, comfortable: 32, smallest: 14, maxLines: 2);
        var leading = Math.Max(1.12, fitted.Lines.Max(line => line.Ascent - line.Descent) * 0.86);
        var size = Math.Min(fitted.Size, (bottom - top) / (fitted.Lines.Count * leading));
        var first = (top + bottom) / 2 + size * 0.36 - (fitted.Lines.Count - 1) * leading * size / 2;
        page.Paragraph(
            "P", Blue, size, fitted.Lines.Select((line, i) => (line, Centre - line.Width * size / 2, first + i * leading * size)));
        page.Decoration(path => path.StrokeWith(Brass, 0.7).MoveTo(Centre - 210, 281).LineTo(Centre + 210, 281).Stroke());
    }

    /// <summary>Between the signatures.</summary>
    void DrawCheck(string text, Uri url)
    {
        const double side = 68;
        const double top = 436;
        page.Figure(url.AbsoluteUri, path => QrCode.Draw(path, url, Centre - side / 2, top, side, Blue));
        page.Link(Centre - side / 2, top, side, side, url);
        Centred("P", text, FontRole.Text, Quiet, 8, top + side + 13, 180);
    }

    void DrawSignatures(CertificateWording wording)
    {
        const double line = 484;
        var places = TextStyle.IsRightToLeft(language) ? new[] { Width - 235, 235 } : [235, Width - 235];
        foreach (var (by, centre) in wording.Signatories.Zip(places))
        {
            page.Decoration(path => path.StrokeWith(Blue, 0.6).MoveTo(centre - 85, line).LineTo(centre + 85, line).Stroke());
            var below = Centred("P", by.Name, FontRole.Strong, Blue, 11.5, line + 17, 200, centre);
            Centred("P", by.Role, FontRole.Text, Quiet, 10, below + 16, 200, centre);
        }
    }

    /// <summary>More lines grow upwards: the title below stays where it is.</summary>
    void AboveTitle(string organiser)
    {
        var fitted = Fit(organiser, FontRole.Strong, 13, 600);
        Centred("P", fitted, Brass, 84 - (fitted.Lines.Count - 1) * fitted.Size * Leading, Centre);
    }

    /// <returns>The baseline of the last line.</returns>
    double Centred(string kind, string text, FontRole role, Ink ink, double size, double baseline, double width, double centre = Centre) =>
        Centred(kind, Fit(text, role, size, width), ink, baseline, centre);

    double Centred(string kind, FittedText fitted, Ink ink, double baseline, double centre)
    {
        var leading = fitted.Size * Leading;
        page.Paragraph(
            kind,
            ink,
            fitted.Size,
            fitted.Lines.Select((line, i) => (line, centre - line.Width * fitted.Size / 2, baseline + i * leading)));
        return baseline + (fitted.Lines.Count - 1) * leading;
    }

    FittedText Fit(string text, FontRole role, double size, double width)
    {
        var style = TextStyle.For(role, language);
        var set = style.RightToLeft == true ? size * 1.15 : size; // Arabic letters are low for their size
        return FittedText.In(breaker, text, style, width, set, comfortable: set, smallest: set * 0.7, maxLines: 2);
    }
}
