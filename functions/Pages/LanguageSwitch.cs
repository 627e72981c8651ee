using Ilnp.Texts;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Pages;

/// <summary>The languages that a page can be read in, below its content.</summary>
/// <param name="Choices">In the order offered, the page's own among them.</param>
/// <param name="Path">Keeps the choice; or, relative to the page, shows it, and ends where the language's code is to follow.</param>
/// <param name="IsKept">Whether the reader is known, and the choice is posted and kept for all mails and
/// pages; else the page is shown again.</param>
public sealed record LanguageSwitch(IReadOnlyList<Locale> Choices, string Path, bool IsKept)
{
    /// <summary>Name of the field, and of the address's part, that has the language.</summary>
    public const string Language = "language";

    /// <summary>For somebody we do not know: the same page again with <c>?lang=</c>. Null when there is nothing to choose.</summary>
    public static LanguageSwitch? Shown(HttpRequest request, IReadOnlyList<string> offered)
    {
        var others = request.Query.Where(part => part.Key != ReaderLanguage.Wish)
            .Select(part => KeyValuePair.Create(part.Key, (string?)part.Value.ToString()));
        var query = QueryString.Create(others).Add(ReaderLanguage.Wish, "");
        return Of(offered, query.Value!, isKept: false);
    }

    /// <summary>For somebody we know: the page that keeps the choice, and leads back.</summary>
    /// <param name="keeper">Path of the page that keeps it.</param>
    /// <param name="request">The page to come back to.</param>
    /// <param name="offered">ISO 639-1.</param>
    public static LanguageSwitch? Kept(string keeper, HttpRequest request, IReadOnlyList<string> offered) =>
        Of(offered, $"{keeper}{QueryString.Create("back", request.Path.Value ?? "/")}", isKept: true);

    static LanguageSwitch? Of(IReadOnlyList<string> offered, string path, bool isKept) =>
        offered.Count < 2 ? null : new([.. offered.Where(Locale.Knows).Select(Locale.Of)], path, isKept);
}
