namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// The word lists that ship with the app, embedded as <c>Intake/Vocabulary/*.txt</c>: a line is <c>code: word | word</c>,
/// lines beginning with <c>#</c> are remarks.
/// </summary>
static class VocabularyFile
{
    /// <summary>The pairs of code and word of a list, in the order of the file.</summary>
    public static IReadOnlyList<(string Code, string Word)> Read(string name)
    {
        using var stream = typeof(VocabularyFile).Assembly.GetManifestResourceStream($"Ilnp.Intake.Vocabulary.{name}.txt")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the app.");
        using var reader = new StreamReader(stream);
        return [.. Lines(reader).SelectMany(Words)];
    }

    static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    static IEnumerable<(string Code, string Word)> Words(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var code = line[..colon];
        return line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries).Select(word => (code, word));
    }
}
