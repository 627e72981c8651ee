using System.Collections.Concurrent;

namespace Ilnp.Mail.Rendering;

/// <summary>The template files <c>Mails/&lt;name&gt;.&lt;language&gt;.md</c> of the rooms that brought theirs, each parsed once.</summary>
public sealed class MailTemplates(IEnumerable<MailFolder> folders)
{
    /// <summary>Words of the frame around every mail; not a mail itself.</summary>
    internal const string Frame = "frame";

    const string LastResort = "en";

    readonly ConcurrentDictionary<(string Name, string Language), MailTemplate?> parsed = new();

    readonly Dictionary<(string Name, string Language), string> files = folders
        .SelectMany(folder => Directory.EnumerateFiles(folder.Path, "*.md"))
        .Select(path => (Path: path, Parts: Path.GetFileName(path).Split('.')))
        .Where(file => file.Parts.Length == 3)
        .ToDictionary(file => (file.Parts[0], file.Parts[1]), file => file.Path);

    /// <summary>Every mail template there is, in any language.</summary>
    public IReadOnlyList<string> Names => [.. files.Keys.Select(file => file.Name).Where(name => name != Frame).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every language that a template is there in.</summary>
    public IReadOnlyList<string> Languages => [.. files.Keys.Select(file => file.Language).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The template in the first language of these that has it, English at last.</summary>
    /// <exception cref="MailTemplateException">It is in none of them.</exception>
    internal MailTemplate Get(string name, params IEnumerable<string> languages) =>
        languages.Append(LastResort).Select(language => Find(name, language)).FirstOrDefault(template => template is not null)
        ?? throw new MailTemplateException(name, $"is in none of the languages {string.Join(", ", languages.Append(LastResort).Distinct())}.");

    MailTemplate? Find(string name, string language) => parsed.GetOrAdd((name, language), Load);

    /// <summary>Looked for among the files, not opened by name: a language comes from a person's data.</summary>
    MailTemplate? Load((string Name, string Language) file) =>
        files.TryGetValue(file, out var path) ? MailTemplate.Parse($"{file.Name}.{file.Language}", file.Language, File.ReadAllText(path)) : null;
}
