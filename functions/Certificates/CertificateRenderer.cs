using Ilnp.Documents.Pdf;
using Ilnp.Documents.Typesetting;
using Ilnp.Texts;

namespace Ilnp.Certificates;

/// <summary>
/// Certificates as PDF, A4 landscape, in the words of the person's language and with the name in its own script. Pure:
/// the same model gives the same bytes. A name is never refused; what no typeface can print is transliterated and
/// named by <see cref="Unprintable"/>.
/// </summary>
public sealed class CertificateRenderer(FontShelf shelf, TextFiles<CertificateTexts> texts)
{
    readonly LineBreaker breaker = new(new(shelf));

    public byte[] Render(CertificateModel model)
    {
        var language = texts.Available(model.Language);
        var wording = CertificateWording.Of(model, texts.In(language), language, text => Printable.From(text, shelf).Text);
        var document = new PdfDocument($"{wording.Title} · {wording.Name}", language, wording.Organiser ?? wording.Programme,
            new(model.IssuedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        new CertificatePage(document, breaker, language, model.NameLanguage ?? language).Draw(wording);
        return document.ToFile();
    }

    /// <summary>
    /// Characters of the name that stand in another form on the certificate; empty for nearly everybody. For a note to the committee.
    /// </summary>
    public IReadOnlyList<string> Unprintable(CertificateModel model) => Printable.From(model.Name, shelf).Replaced;
}
