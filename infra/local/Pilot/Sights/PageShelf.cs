using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Ilnp.Local.Running;
using Ilnp.Pages;

namespace Ilnp.Local.Pilot.Sights;

/// <summary>
/// Pages as somebody saw them, the first of each kind in each language, as files that need nothing beside them:
/// <c>pages/ja/availability.html</c>.
/// </summary>
sealed partial class PageShelf(RunFolder folder)
{
    readonly ConcurrentDictionary<string, byte> kept = [];

    /// <param name="kind">Of the page; becomes the file's name.</param>
    /// <param name="html">The whole page.</param>
    public void Keep(string kind, string html)
    {
        if (Language.Match(html) is not { Success: true } language) return;
        var place = Path.Combine(folder.Pages, language.Groups[1].Value);
        var file = Path.Combine(place, $"{kind}.html");
        if (!kept.TryAdd(file, 0)) return;
        PrivateFiles.MakeFolder(place);
        File.WriteAllText(file, Stylesheet.Replace(html, _ => $"<style>{SiteStyle.Text}</style>"));
    }

    [GeneratedRegex("<html lang=\"([a-z]{2})\"")]
    private static partial Regex Language { get; }

    [GeneratedRegex("<link rel=\"stylesheet\"[^>]*>")]
    private static partial Regex Stylesheet { get; }
}
