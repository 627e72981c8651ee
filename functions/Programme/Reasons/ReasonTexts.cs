using Ilnp.Texts;

namespace Ilnp.Programme.Reasons;

/// <summary>The reasons' texts as they are checked before the app starts.</summary>
sealed class ReasonTexts : ITextFamily
{
    const string Folder = "Programme/Reasons/Texts";

    readonly TextFiles<Dictionary<string, string>> files = new(Folder);

    public IEnumerable<string> Languages => ((ITextFamily)files).Languages;

    public IEnumerable<string> Problems(string language)
    {
        foreach (var problem in files.Problems(language)) yield return problem;
        if (!files.Languages.Contains(language)) yield break;
        var texts = files.In(language);
        foreach (var missing in files.In(TextShelf.First).Keys.Except(texts.Keys))
            yield return $"{Folder}/{language}.json: \"{missing}\" is missing.";
        foreach (var (key, text) in texts)
            foreach (var problem in TextPatterns.Problems(text, language)) yield return $"{Folder}/{language}.json: \"{key}\": {problem}";
    }
}
