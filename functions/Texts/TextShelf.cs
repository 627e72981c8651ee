namespace Ilnp.Texts;

/// <summary>
/// The pages' texts: each room has one file <c>Texts/&lt;language&gt;.json</c> for each language, a flat object from key to text, in
/// the form of <see cref="TextPattern"/>. Adding a language is adding files. Texts for the committee may be missing in other
/// languages than the first; its pages are read in that one.
/// </summary>
public sealed class TextShelf : ITextFamily
{
    /// <summary>The language that has every key and serves readers of languages without texts.</summary>
    public const string First = "en";

    readonly Dictionary<string, PageTexts> languages = [];
    readonly Dictionary<string, List<string>> problems = [];

    TextShelf(
        IReadOnlyList<(TextFolder Folder, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Files)> rooms,
        IEnumerable<(string Language, string Problem)> broken)
    {
        foreach (var (language, problem) in broken) Note(language, problem);
        foreach (var language in rooms.SelectMany(room => room.Files.Keys).Distinct().OrderByDescending(code => code == First))
            languages[language] = Texts(language, rooms);
        foreach (var language in languages.Keys)
            foreach (var (folder, files) in rooms) Check(language, folder, files);
        Languages = [First, .. languages.Keys.Union(problems.Keys).Where(code => code != First).Order(StringComparer.Ordinal)];
    }

    /// <summary>ISO 639-1 codes of the languages there are files for.</summary>
    /// <remarks>The first one first, the others by their codes.</remarks>
    public IReadOnlyList<string> Languages { get; }

    IEnumerable<string> ITextFamily.Languages => Languages;

    /// <summary>The texts in the language, or in the first one.</summary>
    public PageTexts In(string language) => languages.GetValueOrDefault(language) ?? languages[First];

    public IEnumerable<string> Problems(string language) =>
        languages.ContainsKey(language) || problems.ContainsKey(language)
            ? problems.GetValueOrDefault(language, [])
            : [$"No room has Texts/{language}.json."];

    /// <summary>All files of all rooms; a key may stand in one room only.</summary>
    public static TextShelf Load(IEnumerable<TextFolder> folders)
    {
        var broken = new List<(string Language, string Problem)>();
        return new(
            [.. folders.Select(folder => (folder, TextFile.Readable<IReadOnlyDictionary<string, string>>(folder.Path, broken)))], broken);
    }

    PageTexts Texts(
        string language, IEnumerable<(TextFolder Folder, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Files)> rooms)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (folder, files) in rooms)
            foreach (var (key, text) in files.GetValueOrDefault(language) ?? new Dictionary<string, string>())
                if (!texts.TryAdd(key, text)) Note(language, $"{folder.Room}/Texts/{language}.json: another room has \"{key}\" already.");
        return new(language, texts, languages.GetValueOrDefault(First));
    }

    /// <summary>What the room lacks of the first language's texts, and what is no pattern.</summary>
    void Check(string language, TextFolder folder, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> files)
    {
        var texts = files.GetValueOrDefault(language) ?? new Dictionary<string, string>();
        var wanted = files.GetValueOrDefault(First)?.Keys.Where(key => !folder.IsForCommittee(key)) ?? [];
        foreach (var missing in wanted.Where(key => !texts.ContainsKey(key)))
            Note(language, $"{folder.Room}/Texts/{language}.json: \"{missing}\" is missing.");
        foreach (var (key, text) in texts)
            foreach (var problem in TextPatterns.Problems(text, language))
                Note(language, $"{folder.Room}/Texts/{language}.json: \"{key}\": {problem}");
    }

    void Note(string language, string problem)
    {
        if (!problems.TryGetValue(language, out var noted)) problems[language] = noted = [];
        noted.Add(problem);
    }
}
