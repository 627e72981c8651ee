using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Certificates;

/// <summary>
/// <c>GET /certificate/{token}</c>: whether a certificate is genuine, whose it is, and for which round; nothing else about anybody.
/// </summary>
public sealed class CertificateCheck(
    CertificateLinks links, CertificateContents contents, CertificateStore certificates, TextShelf texts, TimeProvider time)
{
    [Function(nameof(CheckCertificate))]
    public async Task<IActionResult> CheckCertificate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "certificate/{token}")] HttpRequest request, string token)
    {
        var words = texts.In(ReaderLanguage.Of(request, texts.Languages));
        return await FindAsync(token, words.Language, request.HttpContext.RequestAborted) is { } certificate
            ? Page(
                request, words, "certificate-check.title", "certificate-check.text", StatusCodes.Status200OK, new Dictionary<string, string>
                {
                    ["holder"] = certificate.Name,
                    ["programme"] = certificate.Programme,
                    ["from"] = LocalDate.Write(certificate.From, words.Language),
                    ["to"] = LocalDate.Write(certificate.To, words.Language),
                })
            : Page(
                request, words, "certificate-unknown.title", "certificate-unknown.text",
                StatusCodes.Status404NotFound, new Dictionary<string, string>());
    }

    /// <summary>What the certificate says; null when there is none, or none any more.</summary>
    async Task<CertificateModel?> FindAsync(string token, string language, CancellationToken cancellation) =>
        links.Read(token, time.GetUtcNow()) is var (cohort, person)
        && await certificates.FindAsync(cohort, person, cancellation) is not null
            ? await contents.ModelAsync(cohort, person, language, cancellation)
            : null;

    HtmlPage Page(
        HttpRequest request, PageTexts words, string titleKey, string textKey,
        int status, IReadOnlyDictionary<string, string> facts) => new(
            Notice.Create(
                new(words, titleKey, textKey) { Facts = facts, Languages = LanguageSwitch.Shown(request, texts.Languages) }), status);
}
