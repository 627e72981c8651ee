using Ilnp.Texts;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Lists;

/// <summary>The way to a list as a file.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Query">What the list is filtered by.</param>
public sealed record FileLinks(PageTexts Texts, IReadOnlyDictionary<string, string> Query)
{
    public string Address(string format) => QueryString.Create(
        Query.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create<string, string?>(part.Key, part.Value))
            .Append(new(ListFile.Asked, format))).Value!;
}
