using System.Globalization;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Lists;

/// <summary>The way to the other pages of a list.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Query">What the list is filtered by.</param>
/// <param name="Number">The page shown, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record PageLinks(PageTexts Texts, IReadOnlyDictionary<string, string> Query, int Number, int Pages)
{
    public const string Page = "page";

    public string? Before => Number > 1 ? Address(Number - 1) : null;

    public string? After => Number < Pages ? Address(Number + 1) : null;

    public Dictionary<string, string> Facts => new() { ["page"] = Text(Number), ["pages"] = Text(Pages) };

    string Address(int page) => QueryString.Create(
        Query.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create<string, string?>(part.Key, part.Value))
            .Append(new(Page, Text(page)))).Value!;

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
