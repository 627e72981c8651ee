using System.Text.Json;

namespace Ilnp.Local.Texts;

/// <summary>
/// Which texts a native speaker has read: <c>Texts/Reviews/&lt;language&gt;.txt</c>, a fingerprint of English and translation a line. A
/// text that is changed, in either language, is unread again by itself.
/// </summary>
/// <param name="functions">The folder <c>functions/</c> of the project.</param>
sealed class ReviewLog(string functions)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    string Summary => Path.Combine(functions, "Texts", "reviewed.json");

    public IReadOnlySet<string> Read(string language) =>
        (File.Exists(PathOf(language)) ? File.ReadAllLines(PathOf(language)) : []).Where(line => line.Length > 0).ToHashSet();

    /// <summary>
    /// Adds texts that were read, drops those that are not there any more, and says in <c>reviewed.json</c> whether all are read.
    /// </summary>
    /// <returns>How many are not.</returns>
    public int Add(string language, IEnumerable<string> good, IReadOnlyCollection<string> all)
    {
        var kept = Read(language).Concat(good).Intersect(all).Order(StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(language))!);
        File.WriteAllLines(PathOf(language), kept);
        var unread = all.Distinct().Count() - kept.Count;
        var summary = JsonSerializer.Deserialize<Dictionary<string, bool>>(File.ReadAllText(Summary))!;
        summary[language] = unread == 0;
        File.WriteAllText(Summary, JsonSerializer.Serialize(summary, Indented) + "\n");
        return unread;
    }

    string PathOf(string language) => Path.Combine(functions, "Texts", "Reviews", $"{language}.txt");
}
