using System.Text.Json;
using Ilnp.Local.Running;
using Ilnp.Mail.Rendering;
using Ilnp.Prompts.Library;
using Ilnp.Texts;

namespace Ilnp.Local.Texts;

/// <summary>Everything that participants read, out of the files of the rooms.</summary>
/// <param name="functions">The folder <c>functions/</c> of the project.</param>
sealed class Wordings(string functions)
{
    const string Reasons = "Programme/Reasons";

    /// <summary>The first language's own texts are compared with this one, to know which of them are for participants.</summary>
    const string Other = "es";

    /// <summary>All of a language; of English each text with itself.</summary>
    public IReadOnlyList<Wording> Of(string language) => [.. OfPages(language), .. OfMails(language), .. OfPrompts(language)];

    public IEnumerable<Wording> OfPages(string language) =>
        from room in AppParts.Of<TextFolder>().Select(folder => folder.Room).Append(Reasons)
        let texts = Read<string>($"{room}/Texts", language)
        let theirs = Read<string>($"{room}/Texts", language == TextShelf.First ? Other : language)
        from text in Read<string>($"{room}/Texts", TextShelf.First)
        where theirs.ContainsKey(text.Key) && text.Key != "language.direction"
        select new Wording($"{room}/Texts/{language}.json", text.Key, text.Value, texts[text.Key]);

    /// <summary>Each mail, its whole file.</summary>
    public IEnumerable<Wording> OfMails(string language) =>
        from folder in AppParts.Of<MailFolder>()
        let path = Path.Combine(functions, folder.Room, "Mails")
        from file in Directory.GetFiles(path, $"*.{TextShelf.First}.md").Order(StringComparer.Ordinal)
        let name = Path.GetFileName(file)[..^$".{TextShelf.First}.md".Length]
        where File.Exists(Path.Combine(path, $"{name}.{(language == TextShelf.First ? Other : language)}.md"))
        select new Wording(
            $"{folder.Room}/Mails/{name}.{language}.md", "", Lines(File.ReadAllText(file)),
            Lines(File.ReadAllText(Path.Combine(path, $"{name}.{language}.md"))));

    public IEnumerable<Wording> OfPrompts(string language) =>
        from prompt in Read<PromptText>(PromptTexts.Folder, TextShelf.First)
        let other = Read<PromptText>(PromptTexts.Folder, language)[prompt.Key]
        from half in new[]
        {
            (Name: "title", English: prompt.Value.Title, Text: other.Title),
            (Name: "text", English: prompt.Value.Text, Text: other.Text),
        }
        select new Wording($"{PromptTexts.Folder}/{language}.json", $"{prompt.Key}.{half.Name}", half.English, half.Text);

    Dictionary<string, T> Read<T>(string folder, string language) =>
        Path.Combine(functions, folder, $"{language}.json") is var path && File.Exists(path)
            ? JsonSerializer.Deserialize<Dictionary<string, T>>(File.ReadAllText(path), JsonSerializerOptions.Web)! : [];

    static string Lines(string text) => text.ReplaceLineEndings("\n");
}
