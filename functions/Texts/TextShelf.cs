namespace Ilnp.Texts;

/// <summary>
/// The pages' texts: each room has one file <c>Texts/&lt;language&gt;.json</c> for each language, a flat object from key to text.
/// A text names facts in braces: <c>{partners}</c>. Adding a language is adding files.
/// </summary>
public sealed class TextShelf
{
    /// <summary>The language that has every key and serves readers of languages without a file.</summary>
    public const string First = "en";

    readonly Dictionary<string, PageTexts> languages;

    public TextShelf(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> files)
    {
        var first = new PageTexts(First, files[First], null);
        languages = files.Where(file => file.Key != First).ToDictionary(file => file.Key, file => new PageTexts(file.Key, file.Value, first));
        languages[First] = first;
    }

    /// <summary>ISO 639 codes of the languages there are files for.</summary>
    public IEnumerable<string> Languages => languages.Keys;

    /// <summary>The texts in the language, or in the first one.</summary>
    public PageTexts In(string language) => languages.GetValueOrDefault(language) ?? languages[First];

    /// <summary>All files of all rooms; a key may stand in one room only.</summary>
    public static TextShelf Load(IEnumerable<TextFolder> folders) => new(
        folders.SelectMany(folder => TextFile.All<Dictionary<string, string>>(folder.Path))
            .GroupBy(file => file.Language)
            .ToDictionary(files => files.Key, files => (IReadOnlyDictionary<string, string>)files.SelectMany(file => file.Texts).ToDictionary()));
}
