using Ilnp.Announcements.Pictures;
using Ilnp.Documents.Pdf;
using Ilnp.Documents.Pictures;
using Ilnp.Documents.Typesetting;
using Ilnp.Texts;

namespace Ilnp.Announcements;

/// <summary>
/// Flyers as PDF, portrait, one for each language and paper, and the same as pictures for social networks. Pure: the same model gives
/// the same bytes.
/// </summary>
public sealed class FlyerRenderer(FontShelf shelf, TextFiles<AnnouncementTexts> texts)
{
    readonly LineBreaker breaker = new(new(shelf));

    /// <summary>Languages there are flyers in, ISO 639-1.</summary>
    public IReadOnlyList<string> Languages => texts.Languages;

    /// <summary>The language's own name.</summary>
    public string NameOf(string language) => texts.In(language).Name;

    /// <param name="model">What it says.</param>
    /// <param name="language">English is taken when there are no texts in it.</param>
    /// <param name="format">A4 where none is named.</param>
    public byte[] Render(FlyerModel model, string language, FlyerFormat? format = null)
    {
        var (code, printable) = (texts.Available(language), Printed(model));
        var document = new PdfDocument(
            $"{printable.Programme} ({code})",
            code,
            printable.Organiser.Length > 0 ? printable.Organiser : printable.Programme,
            new(model.IssuedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        new FlyerPage(document, breaker, code, format ?? FlyerFormat.A4)
            .Draw(AnnouncementRules.Fill(texts.In(code), printable, code).Flyer, printable);
        return document.ToFile();
    }

    /// <summary>For social networks, as PNG.</summary>
    public byte[] Picture(FlyerModel model, string language, SocialFormat format)
    {
        using var canvas = Drawn(model, language, format);
        return canvas.ToPng();
    }

    internal PictureCanvas Drawn(FlyerModel model, string language, SocialFormat format)
    {
        var (code, printable) = (texts.Available(language), Printed(model));
        return new SocialPicture(breaker, code, format).Draw(Words(printable, code).Flyer, printable);
    }

    /// <summary>The texts for mailing lists and social media.</summary>
    public string Posts(FlyerModel model, string language) => AnnouncementRules.Posts(Words(model, language));

    /// <summary>All that is said in a language, filled in.</summary>
    public AnnouncementTexts Words(FlyerModel model, string language)
    {
        var code = texts.Available(language);
        return AnnouncementRules.Fill(texts.In(code), model, code);
    }

    FlyerModel Printed(FlyerModel model) => model with
    {
        Programme = Printable.From(model.Programme, shelf).Text,
        Organiser = Printable.From(model.Organiser, shelf).Text,
    };
}
