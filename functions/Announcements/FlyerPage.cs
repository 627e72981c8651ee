using Ilnp.Documents.Pdf;
using Ilnp.Documents.Typesetting;
using Ilnp.Texts;

namespace Ilnp.Announcements;

/// <summary>
/// The layout of a flyer: points from the top left corner of a page as high as A4; turned round for languages from right to left.
/// </summary>
sealed class FlyerPage(PdfDocument document, LineBreaker breaker, string language, FlyerFormat format)
{
    const double Margin = 54;
    const double Fold = 446;

    static readonly Ink Blue = Ink.Of("1D2B4F");
    static readonly Ink Paper = Ink.Of("FDFBF6");
    static readonly Ink Pale = Ink.Of("E4E8F3");
    static readonly Ink Quiet = Ink.Of("444E60");
    static readonly Ink Gold = Ink.Of("E3C88F");
    static readonly Ink Brass = Ink.Of("86652B");

    readonly PdfPage page = document.AddPage(format.Width, format.Height);
    readonly double scale = format.Scale;
    readonly bool rightToLeft = TextStyle.IsRightToLeft(language);

    double Width => format.Width / scale;

    public void Draw(FlyerTexts texts, FlyerModel model)
    {
        page.Decoration(path => FlyerOrnament.Draw(path, Width, Fold, scale, rightToLeft));
        DrawHead(model);
        DrawHeadline(texts);
        DrawPoints(texts.Points);
        DrawApply(texts, model);
    }

    /// <summary>Who invites, and below to what, however long the names are.</summary>
    void DrawHead(FlyerModel model)
    {
        const double top = 62;
        const double width = 330;
        var below = model.Organiser.Length == 0
            ? top
            : Lines("P", Fit(model.Organiser, FontRole.Strong, 12, width, 2), Gold, top, 1.4, width, Margin) + 20;
        Lines("P", Fit(model.Programme, FontRole.Text, 12, width, 3), Pale, below, 1.4, width, Margin);
    }

    /// <summary>Headline and lead stand at the foot of the blue, however many lines they take.</summary>
    void DrawHeadline(FlyerTexts texts)
    {
        var lead = Fit(texts.Lead, FontRole.Text, 15, 430, 4);
        var headline = Fit(texts.Headline, FontRole.Display, 42, 487, 3);
        var leadTop = Fold - 34 - (lead.Lines.Count - 1) * lead.Size * 1.45;
        var foot = leadTop - lead.Size - 26;
        Lines("H1", headline, Paper, foot - (headline.Lines.Count - 1) * headline.Size * 1.2, 1.2, 487, Margin);
        Lines("P", lead, Pale, leadTop, 1.45, 430, Margin);
    }

    void DrawPoints(IReadOnlyList<FlyerPoint> points)
    {
        var y = Fold + 46;
        foreach (var point in points)
        {
            y = Block("H2", point.Title, FontRole.Strong, Blue, 14, y, 290, Margin) + 19;
            y = Block("P", point.Text, FontRole.Text, Quiet, 11.5, y, 290, Margin) + 30;
        }
    }

    void DrawApply(FlyerTexts texts, FlyerModel model)
    {
        const double column = 155;
        var left = Width - Margin - column;
        var corner = rightToLeft ? Margin : left;
        page.Figure(
            model.ApplyUrl.AbsoluteUri,
            path => QrCode.Draw(path, model.ApplyUrl, corner * scale, (Fold + 36) * scale, column * scale, Blue));
        Link(corner, Fold + 36, column, column, model.ApplyUrl);
        Block("P", texts.Apply, FontRole.Strong, Brass, 11, Fold + 36 + column + 30, column, left);
        DrawAddress(model.ApplyUrl, corner, Fold + 36 + column + 46, column);
        Block("P", texts.Deadline, FontRole.Strong, Brass, 12, 764, 487, Margin);
        Block("P", LocalDate.Write(model.Deadline, language), FontRole.Display, Blue, 32, 801, 487, Margin);
    }

    /// <summary>Addresses run from left to right in every language.</summary>
    void DrawAddress(Uri address, double x, double y, double width)
    {
        var style = new TextStyle(FontRole.Text, "en", RightToLeft: false);
        var fitted = FittedText.In(
            breaker, address.Host + (address.IsDefaultPort ? "" : $":{address.Port}") + address.PathAndQuery.TrimEnd('/'),
            style, width, 10, comfortable: 9, smallest: 7, maxLines: 3);
        Paragraph("P", Blue, fitted.Size, fitted.Lines.Select((line, i) =>
            (line, rightToLeft ? x + width - line.Width * fitted.Size : x, y + i * fitted.Size * 1.4)));
        Link(x, y - 12, width, fitted.Lines.Count * fitted.Size * 1.4 + 6, address);
    }

    void Paragraph(string kind, Ink ink, double size, IEnumerable<(TextLine Line, double X, double Y)> lines) =>
        page.Paragraph(kind, ink, size * scale, lines.Select(one => (one.Line, one.X * scale, one.Y * scale)));

    void Link(double x, double y, double width, double height, Uri address) =>
        page.Link(x * scale, y * scale, width * scale, height * scale, address);

    FittedText Fit(string text, FontRole role, double size, double width, int lines)
    {
        var set = rightToLeft ? size * 1.12 : size; // Arabic letters are low for their size
        return FittedText.In(
            breaker, text, TextStyle.For(role, language), width, set, comfortable: set, smallest: set * 0.6, maxLines: lines);
    }

    /// <returns>The baseline of the last line.</returns>
    double Block(string kind, string text, FontRole role, Ink ink, double size, double baseline, double width, double left) =>
        Lines(kind, Fit(text, role, size, width, 6), ink, baseline, 1.45, width, left);

    double Lines(string kind, FittedText fitted, Ink ink, double baseline, double leading, double width, double left)
    {
        var step = fitted.Size * leading;
        Paragraph(kind, ink, fitted.Size, fitted.Lines.Select((line, i) =>
            (line, rightToLeft ? Width - left - line.Width * fitted.Size : left, baseline + i * step)));
        return baseline + (fitted.Lines.Count - 1) * step;
    }
}
