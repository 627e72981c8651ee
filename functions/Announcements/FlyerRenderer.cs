using Ilnp.Documents.Pdf;
using Ilnp.Documents.Typesetting;
using Ilnp.Texts;

namespace Ilnp.Announcements;

/// <summary>Flyers as PDF, A4 portrait, one for each language. Pure: the same model gives the same bytes.</summary>
public sealed class FlyerRenderer(FontShelf shelf, TextFiles<AnnouncementTexts> texts)
{
    readonly LineBreaker breaker = new(new(shelf));

    /// <summary>Languages there are flyers in, ISO 639-1.</summary>
    public IReadOnlyList<string> Languages => texts.Languages;

    /// <summary>The language's own name.</summary>
    public string NameOf(string language) => texts.In(language).Name;

    /// <param name="language">English is taken when there are no texts in it.</param>
    public byte[] Render(FlyerModel model, string language)
    {
        var code = texts.Available(language);
        var printable = model with
        {
            Programme = Printable.From(model.Programme, shelf).Text,
            Organiser = Printable.From(model.Organiser, shelf).Text,
        };
        var document = new PdfDocument(
            $"{printable.Programme} ({code})",
            code,
            printable.Organiser.Length > 0 ? printable.Organiser : printable.Programme,
            new(model.IssuedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        new FlyerPage(document, breaker, code).Draw(AnnouncementRules.Fill(texts.In(code), printable, code).Flyer, printable);
        return document.ToFile();
    }

    /// <summary>The texts for mailing lists and social media.</summary>
    public string Posts(FlyerModel model, string language)
    {
        var code = texts.Available(language);
        return AnnouncementRules.Posts(AnnouncementRules.Fill(texts.In(code), model, code));
    }
}
