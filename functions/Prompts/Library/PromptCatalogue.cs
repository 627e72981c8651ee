namespace Ilnp.Prompts.Library;

/// <summary>
/// All prompts that ship with the app, embedded as <c>Prompts/Library/library.txt</c>; their words are beside it, a file a language.
/// </summary>
public static class PromptCatalogue
{
    const string File = "Ilnp.Prompts.Library.library.txt";
    const string Trio = "trio";

    /// <summary>
    /// Topics of every librarian: everyday work, readers and colleagues, one's own way, countries and languages, the talks themselves.
    /// </summary>
    public static IReadOnlySet<string> General { get; } = new HashSet<string>(["daily-work", "people", "career", "world", "exchange"]);

    public static IReadOnlyList<CataloguedPrompt> All { get; } = [.. Lines().Select(Parse)];

    /// <summary>Every topic that a prompt has.</summary>
    public static IReadOnlySet<string> Topics { get; } = All.SelectMany(prompt => prompt.Topics).ToHashSet();

    static readonly Dictionary<string, CataloguedPrompt> ById = All.ToDictionary(prompt => prompt.Id);

    /// <summary>Null when a later release has it no more.</summary>
    public static CataloguedPrompt? Find(string id) => ById.GetValueOrDefault(id);

    static IEnumerable<string> Lines()
    {
        using var stream = typeof(PromptCatalogue).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is missing from the app.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    static CataloguedPrompt Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var parts = line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries);
        var topics = parts[0].Split(',', StringSplitOptions.TrimEntries);
        var stages = parts.Skip(1).Where(part => part != Trio).Select(part => Enum.Parse<Stage>(part, ignoreCase: true)).ToList();
        return new(line[..colon], topics, stages is [var stage] ? stage : null, parts.Contains(Trio));
    }
}
