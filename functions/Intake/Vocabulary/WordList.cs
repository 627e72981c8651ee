using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>Words and the code that each stands for, found whatever their case, accents and punctuation.</summary>
public sealed class WordList
{
    readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    /// <summary>Words and codes; a word listed twice keeps its first code.</summary>
    public WordList(IEnumerable<(string Code, string Word)> words)
    {
        foreach (var (code, word) in words)
            if (Fold.Text(word) is { Length: > 0 } folded) codes.TryAdd(folded, code);
    }

    /// <summary>The code, or null.</summary>
    public string? Find(string text) => FindFolded(Fold.Text(text));

    /// <summary>The code of a text that is folded already, or null.</summary>
    public string? FindFolded(string folded) => codes.GetValueOrDefault(folded);

    /// <summary>The folded words with their codes.</summary>
    public IEnumerable<KeyValuePair<string, string>> Entries => codes;
}
