using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Http;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>Cookies of an ASP.NET Core response. As there, <see cref="CreateNew"/> is not supported: make an <see cref="HttpCookie"/>.</summary>
sealed class ServedResponseCookies(HttpResponse response) : HttpCookies
{
    public override void Append(IHttpCookie cookie)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        response.Cookies.Append(cookie.Name, cookie.Value, new()
        {
            Domain = cookie.Domain,
            Path = cookie.Path,
            Expires = cookie.Expires,
            HttpOnly = cookie.HttpOnly ?? false,
            MaxAge = cookie.MaxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            SameSite = cookie.SameSite switch { SameSite.Lax => SameSiteMode.Lax, SameSite.Strict => SameSiteMode.Strict, _ => SameSiteMode.None },
            Secure = cookie.Secure ?? false,
        });
    }

    public override void Append(string name, string value) => response.Cookies.Append(name, value);

    public override IHttpCookie CreateNew() => throw new NotSupportedException($"Make a new {nameof(HttpCookie)} instead.");
}
