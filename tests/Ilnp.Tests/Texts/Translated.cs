using System.Text.RegularExpressions;
using Ilnp.Local.Running;
using Ilnp.Mail.Rendering;
using Ilnp.Prompts.Library;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>A participant's text in English and in another language, as their files have it.</summary>
/// <param name="Where">File and key.</param>
sealed partial record Translated(string Where, string English, string Text)
{
    static readonly string[] Reasons = ["Programme/Reasons"];
    static readonly PromptTexts Prompts = new();

    /// <summary>Codes of the languages beside English.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. AppTexts.Shelf.Languages.Where(code => code != TextShelf.First)];

    /// <summary>Every text of pages and reasons, each key by itself.</summary>
    public static IEnumerable<Translated> OfPages(string language) =>
        from folder in AppParts.Of<TextFolder>().Concat(Reasons.Select(room => new TextFolder(room)))
        let texts = AppTexts.In(folder, language)
        from text in AppTexts.In(folder, TextShelf.First)
        where texts.ContainsKey(text.Key) && text.Key != "language.direction"
        select new Translated($"{folder.Room}: {text.Key}", text.Value, texts[text.Key]);

    /// <summary>Every mail, its whole file.</summary>
    public static IEnumerable<Translated> OfMails(string language) =>
        from folder in AppParts.Of<MailFolder>()
        from file in Directory.GetFiles(folder.Path, $"*.{TextShelf.First}.md")
        let other = file.Replace($".{TextShelf.First}.md", $".{language}.md", StringComparison.Ordinal)
        where File.Exists(other)
        select new Translated($"{folder.Room}: {Path.GetFileName(other)}", File.ReadAllText(file), File.ReadAllText(other));

    /// <summary>Every prompt of the library, its title and its text.</summary>
    static IEnumerable<Translated> OfPrompts(string language) =>
        from prompt in PromptCatalogue.All
        let english = Prompts.Find(prompt.Id, TextShelf.First)!
        let other = Prompts.Find(prompt.Id, language)!
        from text in new[] { (English: english.Title, Other: other.Title), (English: english.Text, Other: other.Text) }
        select new Translated($"{PromptTexts.Folder}: {prompt.Id}", text.English, text.Other);

    public static IEnumerable<Translated> Of(string language) => OfPages(language).Concat(OfMails(language)).Concat(OfPrompts(language));

    /// <summary>The words alone: without facts, code, addresses of links, names of heads and what plurals are made with.</summary>
    public static string Words(string text) => Branch.Replace(Machinery.Replace(text, match => match.Groups["words"].Value), "");

    [GeneratedRegex("""\{\{[^}]*?count "(?<words>[^"]*)".*?\}\}|\{\{.*?\}\}|\{[a-z_0-9:]+\}|\{[a-z_0-9]+, plural,|\]\([^)]*\)|^[a-z]+: """, RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Machinery { get; }

    [GeneratedRegex(@"\b(?:zero|one|two|few|many|other)(?= ?\{)")]
    private static partial Regex Branch { get; }
}
