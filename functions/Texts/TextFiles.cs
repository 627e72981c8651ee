namespace Ilnp.Texts;

/// <summary>
/// Texts of one kind, a JSON file per language beside the program; a language that the app has no texts in is served in English.
/// </summary>
public sealed class TextFiles<T> : ITextFamily
{
    readonly List<(string Language, string Problem)> broken = [];
    readonly IReadOnlyDictionary<string, T> texts;
    readonly string folder;

    /// <param name="folder">Below the program's.</param>
    public TextFiles(string folder) => (this.folder, texts) = (folder, TextFile.Readable<T>(TextFile.Beside(folder), broken));

    /// <summary>ISO 639-1 codes, in alphabetical order.</summary>
    public IReadOnlyList<string> Languages => [.. texts.Keys.Order(StringComparer.Ordinal)];

    IEnumerable<string> ITextFamily.Languages => Languages.Concat(broken.Select(file => file.Language));

    /// <summary>The language that is really there for a wish like <c>pt-BR</c>.</summary>
    public string Available(string language) => texts.ContainsKey(language.Split('-')[0]) ? language.Split('-')[0] : TextShelf.First;

    public T In(string language) => texts[Available(language)];

    public IEnumerable<string> Problems(string language)
    {
        var unread = broken.Where(file => file.Language == language).Select(file => file.Problem).ToList();
        return texts.ContainsKey(language) || unread.Count > 0 ? unread : [$"{folder}/{language}.json is missing."];
    }
}
