using System.Collections.Concurrent;
using Ilnp.Texts;

namespace Ilnp.Mail.Rendering;

/// <summary>The template files <c>Mails/&lt;name&gt;.&lt;language&gt;.md</c> of the rooms that brought theirs, each parsed once.</summary>
public sealed class MailTemplates : ITextFamily
{
    /// <summary>Words of the frame around every mail; not a mail itself.</summary>
    internal const string Frame = "frame";

    readonly ConcurrentDictionary<(string Name, string Language), MailTemplate?> parsed = new();
    readonly Dictionary<(string Name, string Language), (MailFolder Folder, string Path)> files;

    public MailTemplates(IEnumerable<MailFolder> folders) => files = folders
        .SelectMany(folder => Directory.EnumerateFiles(folder.Path, "*.md")
            .Select(path => (Folder: folder, Path: path, Parts: Path.GetFileName(path).Split('.'))))
        .Where(file => file.Parts.Length == 3)
        .ToDictionary(file => (file.Parts[0], file.Parts[1]), file => (file.Folder, file.Path));

    /// <summary>Every mail template there is, in any language.</summary>
    public IReadOnlyList<string> Names =>
        [.. files.Keys.Select(file => file.Name).Where(name => name != Frame).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>False for a template of an earlier release.</summary>
    public bool Has(string name) => files.ContainsKey((name, TextShelf.First));

    /// <summary>Every language that a template is there in.</summary>
    public IReadOnlyList<string> Languages => [.. files.Keys.Select(file => file.Language).Distinct().Order(StringComparer.Ordinal)];

    IEnumerable<string> ITextFamily.Languages => Languages;

    /// <summary>Whether only the committee gets the mail: such a one is there in the first language, and others as they come.</summary>
    public bool IsForCommittee(string name) => files[(name, TextShelf.First)].Folder.IsForCommittee(name);

    /// <summary>The mails that participants get: name, and the room whose mail it is, in the rooms' order.</summary>
    public IReadOnlyList<(string Name, string Room)> ForParticipants =>
    [
        .. files.Where(file =>
            file.Key.Language == TextShelf.First && file.Key.Name != Frame && !file.Value.Folder.IsForCommittee(file.Key.Name))
            .Select(file => (file.Key.Name, file.Value.Folder.Room)),
    ];

    /// <summary>Whether the mail is there in just this language.</summary>
    public bool Has(string name, string language) => files.ContainsKey((name, language));

    public IEnumerable<string> Problems(string language)
    {
        foreach (var (folder, name) in files.Where(file => file.Key.Language == TextShelf.First)
            .Select(file => (file.Value.Folder, file.Key.Name)))
            if (!files.ContainsKey((name, language)) && !folder.IsForCommittee(name))
                yield return $"{folder.Room}/Mails/{name}.{language}.md is missing.";
        foreach (var name in files.Keys.Where(file => file.Language == language).Select(file => file.Name))
            if (Broken(name, language) is { } problem) yield return problem;
    }

    string? Broken(string name, string language)
    {
        try
        {
            if (!files.ContainsKey((name, TextShelf.First)))
                return $"Mail template {name}.{language}: there is none of this name in the first language, {TextShelf.First}.";
            Find(name, language)!.Check(name == Frame ? MailTemplate.FrameHeads : MailTemplate.MailHeads);
            return null;
        }
        catch (MailTemplateException e)
        {
            return e.Message;
        }
    }

    /// <summary>The template in the language, or in the first one: what the committee gets is there in that one alone.</summary>
    /// <exception cref="MailTemplateException">There is none of that name.</exception>
    internal MailTemplate Get(string name, string language) =>
        Find(name, language) ?? Find(name, TextShelf.First)
            ?? throw new MailTemplateException(name, $"is not there, neither in '{language}' nor in '{TextShelf.First}'.");

    MailTemplate? Find(string name, string language) => parsed.GetOrAdd((name, language), Load);

    /// <summary>Looked for among the files, not opened by name: a language comes from a person's data.</summary>
    MailTemplate? Load((string Name, string Language) file) =>
        files.TryGetValue(file, out var found)
            ? MailTemplate.Parse($"{file.Name}.{file.Language}", file.Language, File.ReadAllText(found.Path))
            : null;
}
