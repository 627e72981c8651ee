using AngleSharp.Html.Parser;
using Ilnp.Local.Running;
using Ilnp.Texts;

namespace Ilnp.Local.Texts;

/// <summary>Pages that a pilot has kept as they were seen, found by the words that stand on them.</summary>
/// <param name="folder">With a folder for each language; may be missing, then there are none.</param>
sealed class PagePictures(string folder)
{
    /// <summary>So many show most of a room's texts; more would be a book.</summary>
    const int Most = 4;

    readonly Dictionary<string, IReadOnlyList<SeenPage>> read = [];

    /// <summary>
    /// Those that show most of the texts, each with some that the ones before do not; in English what nobody saw in the language.
    /// </summary>
    public IReadOnlyList<SeenPage> With(string language, IEnumerable<(string English, string Text)> texts)
    {
        var left = texts.ToDictionary(text => text, text => Piece(text.Text));
        List<SeenPage> seen = [.. Covering(In(language), left)];
        if (language == TextShelf.First) return seen;
        var rest = left.Keys.ToDictionary(text => text, text => Piece(text.English));
        return
        [
            .. seen,
            .. Covering(In(TextShelf.First), rest).Take(Most - seen.Count).Select(page => page with { Name = $"{page.Name} (English)" }),
        ];
    }

    /// <summary>Takes away what they show.</summary>
    static IEnumerable<SeenPage> Covering(IReadOnlyList<SeenPage> pages, Dictionary<(string, string), string> left)
    {
        for (var number = 0; number < Most && pages.Count > 0; number++)
        {
            var (page, shown) = pages.Select(page => (page, left.Where(text => page.Shows(text.Value)).Select(text => text.Key).ToList()))
                .MaxBy(one => one.Item2.Count);
            if (shown.Count == 0) yield break;
            foreach (var text in shown) left.Remove(text);
            yield return page;
        }
    }

    IReadOnlyList<SeenPage> In(string language)
    {
        if (read.TryGetValue(language, out var known)) return known;
        var place = Path.Combine(folder, language);
        return read[language] = !Directory.Exists(place) ? []
            : [.. Directory.EnumerateFiles(place, "*.html").Order(StringComparer.Ordinal).Select(SeenPage.Read)];
    }

    /// <summary>The longest run of words in which nothing is put in later.</summary>
    static string Piece(string text) =>
        text.Contains(", plural,", StringComparison.Ordinal) ? ""
        : SeenPage.Plain(text.Split('{', '}').Where((_, at) => at % 2 == 0).MaxBy(piece => piece.Length) ?? "");
}

/// <summary>A page as somebody saw it.</summary>
/// <param name="Name">The mail that led to it, or what page it is.</param>
/// <param name="Html">All of it.</param>
/// <param name="Words">What can be read on it.</param>
sealed record SeenPage(string Name, string Html, string Words)
{
    /// <summary>Shorter pieces stand on many a page by chance.</summary>
    const int Telling = 6;

    public bool Shows(string piece) => piece.Length >= Telling && Words.Contains(piece, StringComparison.Ordinal);

    public static SeenPage Read(string file)
    {
        var html = GivenFile.ReadText(file, "The page", "--pages");
        var page = new HtmlParser().ParseDocument(html);
        return new(Path.GetFileNameWithoutExtension(file), html, Plain($"{page.Title} {page.Body?.TextContent}"));
    }

    /// <summary>With one space wherever there is any.</summary>
    public static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
