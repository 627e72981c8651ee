using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>Phrases as they stand in folded sentences: between spaces, or anywhere in scripts that write no spaces.</summary>
sealed class ReplyPhrases
{
    readonly HashSet<string> phrases;
    readonly string[] longestFirst;

    public ReplyPhrases(IEnumerable<string> words)
    {
        phrases = [.. words.Select(Fold.Text).Where(phrase => phrase.Length > 0)];
        longestFirst = [.. phrases.OrderByDescending(phrase => phrase.Length).ThenBy(phrase => phrase, StringComparer.Ordinal)];
    }

    /// <summary>Whether the text is one of them.</summary>
    public bool Has(string text) => phrases.Contains(text);

    public bool IsIn(string text) => longestFirst.Any(phrase => IndexOf(text, phrase) >= 0);

    /// <summary>Whether the text begins with one, and what follows the longest.</summary>
    public bool Leads(string text, out string rest)
    {
        var first = longestFirst.FirstOrDefault(phrase => IndexOf(text, phrase) == 0);
        rest = first is null ? text : text[first.Length..].Trim();
        return first is not null;
    }

    /// <summary>The text before the first of them that stands in it, and behind it.</summary>
    public bool Parts(string text, out string before, out string after)
    {
        var found = longestFirst.Select(phrase => (At: IndexOf(text, phrase), phrase.Length))
            .Where(place => place.At > 0).OrderBy(place => place.At).FirstOrDefault();
        (before, after) = found.At > 0 ? (text[..found.At].Trim(), text[(found.At + found.Length)..].Trim()) : (text, "");
        return found.At > 0;
    }

    /// <summary>The text with each of them replaced by a word that is none of them.</summary>
    public string Replaced(string text, string word)
    {
        foreach (var phrase in longestFirst)
            for (int at; (at = IndexOf(text, phrase)) >= 0;) text = $"{text[..at]} {word} {text[(at + phrase.Length)..].TrimStart()}";
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The text without them; whether there were any.</summary>
    public (bool Found, string Others) TakeOut(string text)
    {
        var found = false;
        foreach (var phrase in longestFirst)
            for (int at; (at = IndexOf(text, phrase)) >= 0; found = true) text = $"{text[..at]} {text[(at + phrase.Length)..]}";
        return (found, string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>
    /// Words of Korean begin with what they mean and end with grammar; Chinese, Japanese and Thai write no spaces at all.
    /// </summary>
    static int IndexOf(string text, string phrase)
    {
        if (IsUnspaced(phrase)) return text.IndexOf(phrase, StringComparison.Ordinal);
        var open = phrase[^1] is >= '\uAC00' and <= '\uD7A3';
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || text[at - 1] == ' ') && (open || end == text.Length || text[end] == ' ')) return at;
        }

        return -1;
    }

    static bool IsUnspaced(string phrase) =>
        phrase.EnumerateRunes().First() is
        {
            Value: (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x0E00 and <= 0x0E7F) or (>= 0x20000 and <= 0x3FFFF),
        };
}
