using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>Cookies whose content is signed here: who has opened a page on this device. No script reads them, and no other site sends them along with a form.</summary>
public sealed class SignedCookies(LinkSigner signer, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>What the cookie says; null when there is none that is good.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cookie">Its name.</param>
    /// <param name="purpose">What it was signed for.</param>
    public IReadOnlyList<string>? Read(HttpRequest request, string cookie, string purpose) =>
        request.Cookies[cookie] is { } token && signer.Read(purpose, token, time.GetUtcNow()) is { Validity: LinkValidity.Valid } reading ? reading.Subject : null;

    public void Write(HttpResponse response, string cookie, string purpose, TimeSpan life, params string[] subject) =>
        response.Cookies.Append(cookie, signer.Sign(purpose, time.GetUtcNow() + life, subject), Settings(life));

    public void Remove(HttpResponse response, string cookie) => response.Cookies.Append(cookie, "", Settings(TimeSpan.Zero));

    CookieOptions Settings(TimeSpan life) => new()
    {
        HttpOnly = true,
        Secure = web.Value.BaseAddress.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = life,
        IsEssential = true,
    };
}
