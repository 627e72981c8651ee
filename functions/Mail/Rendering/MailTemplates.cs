using System.Collections.Concurrent;

namespace Ilnp.Mail.Rendering;

/// <summary>The template files <c>Mail/Templates/&lt;name&gt;.&lt;language&gt;.md</c> beside the app, each parsed once.</summary>
public sealed class MailTemplates
{
    /// <summary>Words of the frame around every mail; not a mail itself.</summary>
    internal const string Frame = "frame";

    const string LastResort = "en";

    readonly ConcurrentDictionary<(string Name, string Language), MailTemplate?> parsed = new();

    static string Folder => Path.Combine(AppContext.BaseDirectory, "Mail", "Templates");

    /// <summary>Every mail template there is, in any language.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Files().Select(file => file.Name).Where(name => name != Frame).Distinct()];

    /// <summary>Every language that a template is there in.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Files().Select(file => file.Language).Distinct()];

    /// <summary>The template in the first language of these that has it, English at last.</summary>
    /// <exception cref="MailTemplateException">It is in none of them.</exception>
    internal MailTemplate Get(string name, params IEnumerable<string> languages) =>
        languages.Append(LastResort).Select(language => Find(name, language)).FirstOrDefault(template => template is not null)
        ?? throw new MailTemplateException(name, $"is in none of the languages {string.Join(", ", languages.Append(LastResort).Distinct())}.");

    MailTemplate? Find(string name, string language) => parsed.GetOrAdd((name, language), Load);

    static MailTemplate? Load((string Name, string Language) file)
    {
        // Compared with the listing, not opened by name: a language comes from a person's data.
        if (!Files().Contains(file)) return null;
        var id = $"{file.Name}.{file.Language}";
        return MailTemplate.Parse(id, file.Language, File.ReadAllText(Path.Combine(Folder, $"{id}.md")));
    }

    static IEnumerable<(string Name, string Language)> Files() =>
        Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path).Split('.'))
            .Where(parts => parts.Length == 3).Select(parts => (parts[0], parts[1])).Order();
}
