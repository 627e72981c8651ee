using Ilnp.Texts;

namespace Ilnp.Prompts.Library;

/// <summary>A prompt in a language.</summary>
/// <param name="Title">A few words without a full stop.</param>
/// <param name="Text">Two or three questions, or a small thing to do together.</param>
public sealed record PromptText(string Title, string Text);

/// <summary>
/// The prompts' words, <c>Prompts/Library/&lt;language&gt;.json</c>: the app starts only when each language has all of them.
/// </summary>
public sealed class PromptTexts : ITextFamily
{
    public const string Folder = "Prompts/Library";

    readonly TextFiles<Dictionary<string, PromptText>> files = new(Folder);

    public IEnumerable<string> Languages => ((ITextFamily)files).Languages;

    /// <summary>Null for a prompt that a later release has no more.</summary>
    public PromptText? Find(string id, string language) => files.In(language).GetValueOrDefault(id);

    /// <summary>Those that are still there, in their order.</summary>
    public IReadOnlyList<PromptText> Of(IEnumerable<string> ids, string language) =>
        [.. ids.Select(id => Find(id, language)).OfType<PromptText>()];

    public IEnumerable<string> Problems(string language)
    {
        var unread = files.Problems(language).ToList();
        return unread.Count > 0 ? unread : Problems(language, files.In(language), PromptCatalogue.All);
    }

    internal static IEnumerable<string> Problems(
        string language, IReadOnlyDictionary<string, PromptText> texts, IReadOnlyList<CataloguedPrompt> catalogue)
    {
        foreach (var prompt in catalogue)
            if (!texts.TryGetValue(prompt.Id, out var text)) yield return $"{Folder}/{language}.json: \"{prompt.Id}\" is missing.";
            else if (string.IsNullOrWhiteSpace(text.Title) || string.IsNullOrWhiteSpace(text.Text))
                yield return $"{Folder}/{language}.json: \"{prompt.Id}\" is empty.";
        foreach (var id in texts.Keys.Except(catalogue.Select(prompt => prompt.Id)))
            yield return $"{Folder}/{language}.json: \"{id}\" is not in library.txt.";
    }
}
