using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>
/// Cookies whose content is signed here: who has opened a page on this device. No script reads them, no other site sends them
/// along with a form, and one that was ended is good nowhere any more, whoever has kept a copy.
/// </summary>
public sealed class SignedCookies(LinkSigner signer, UsedLinks ended, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>What the cookie says; null when there is none that is good.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cookie">Its name.</param>
    /// <param name="purpose">What it was signed for.</param>
    public async Task<IReadOnlyList<string>?> ReadAsync(HttpRequest request, string cookie, string purpose) =>
        Find(request, cookie, purpose) is (var token, var subject) && !await ended.IsUsedAsync(token, request.HttpContext.RequestAborted)
            ? subject
            : null;

    /// <summary>What it said, also when it was ended since: good for choosing what to say to somebody, and for nothing else.</summary>
    public IReadOnlyList<string>? ReadEnded(HttpRequest request, string cookie, string purpose) => Find(request, cookie, purpose)?.Subject;

    /// <summary>Each one is another, so that ending it ends no other device's.</summary>
    public void Write(HttpResponse response, string cookie, string purpose, TimeSpan life, params string[] subject) =>
        response.Cookies.Append(
            cookie, signer.Sign(purpose, time.GetUtcNow() + life, [.. subject, RandomNumberGenerator.GetHexString(16)]), Settings(life));

    public async Task EndAsync(HttpRequest request, string cookie, string purpose)
    {
        if (Find(request, cookie, purpose) is (var token, _))
            await ended.TryUseAsync(token, time.GetUtcNow(), request.HttpContext.RequestAborted);
        request.HttpContext.Response.Cookies.Append(cookie, "", Settings(TimeSpan.Zero));
    }

    (string Token, IReadOnlyList<string> Subject)? Find(HttpRequest request, string cookie, string purpose) =>
        request.Cookies[cookie] is { } token
            && signer.Read(purpose, token, time.GetUtcNow()) is { Validity: LinkValidity.Valid, Subject: var subject }
            ? (token, [.. subject.SkipLast(1)])
            : null;

    CookieOptions Settings(TimeSpan life) => new()
    {
        HttpOnly = true,
        Secure = web.Value.BaseAddress.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = life,
        IsEssential = true,
    };
}
