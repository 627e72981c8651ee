using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ilnp.Pages;

/// <summary>The language of somebody we do not know yet.</summary>
static class ReaderLanguage
{
    /// <summary>Part of an address that wishes for a language.</summary>
    public const string Wish = "lang";

    /// <summary>Asked for as <c>?lang=</c>, else the browser's first that is offered, else the first offered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="offered">ISO 639-1, the first serves everybody else.</param>
    public static string Of(HttpRequest request, IReadOnlyList<string> offered)
    {
        if (Wished(request, offered) is { } wished) return wished;
        var accepted = StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var languages)
            ? languages
            : [];
        return accepted
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(offered.Contains) ?? offered[0];
    }

    /// <summary>What the address wishes for, where it is offered.</summary>
    public static string? Wished(HttpRequest request, IReadOnlyList<string> offered) =>
        request.Query[Wish].ToString() is { Length: > 0 } wished && offered.Contains(wished) ? wished : null;
}
