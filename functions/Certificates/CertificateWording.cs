using Ilnp.Texts;

namespace Ilnp.Certificates;

/// <summary>The texts of one certificate, ready to be set.</summary>
sealed record CertificateWording(
    string? Organiser, string Title, string Awarded, string Name, string Recognition, string Programme, string Period, string Issued,
    IReadOnlyList<Signatory> Signatories, string Check, Uri? CheckUrl)
{
    const int Signatures = 2;

    public static CertificateWording Of(
        CertificateModel model, CertificateTexts texts, string language, Func<string, string> printable) => new(
            model.Organiser is { Length: > 0 } organiser ? printable(organiser) : null,
            texts.Title,
            texts.Awarded,
            printable(model.Name) is { Length: > 0 } name ? name : "—",
            texts.Recognition,
            printable(model.Programme),
            texts.Period
                .Replace("{from}", LocalDate.Write(model.From, language), StringComparison.Ordinal)
                .Replace("{to}", LocalDate.Write(model.To, language), StringComparison.Ordinal),
            texts.Issued.Replace("{date}", LocalDate.Write(model.IssuedOn, language), StringComparison.Ordinal),
            [.. model.Signatories.Take(Signatures).Select(by => new Signatory(printable(by.Name), printable(by.Role)))],
            texts.Check,
            model.CheckUrl);
}
