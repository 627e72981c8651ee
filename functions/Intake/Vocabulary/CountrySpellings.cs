namespace Ilnp.Intake.Vocabulary;

/// <summary>The ways in which one country's name may stand in the lists, the nearest to what was written first.</summary>
static class CountrySpellings
{
    static readonly string[] Articles = ["the", "la", "le", "les", "l", "el", "los", "las", "il", "lo", "os", "as", "o", "a", "die", "der", "das", "de", "het"];

    /// <summary>What a short name leaves out. It is left out only of names that are not known with it.</summary>
    static readonly string[] Forms =
    [
        "republic of", "federal republic of", "islamic republic of", "kingdom of", "state of", "sultanate of", "commonwealth of", "principality of",
        "grand duchy of", "union of", "federation of", "republica de", "republica do", "republica da", "republica del", "reino de", "reino do",
        "estado de", "republique de", "republique du", "republique d", "royaume de", "royaume du", "royaume d", "repubblica", "republik", "konigreich",
        "республика", "королевство", "جمهوريه", "مملكه", "دوله",
    ];

    static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["rep"] = "republic",
        ["repub"] = "republic",
        ["dem"] = "democratic",
        ["isl"] = "islamic",
        ["fed"] = "federal",
        ["st"] = "saint",
        ["is"] = "islands",
        ["isls"] = "islands",
        ["terr"] = "territory",
        ["utd"] = "united",
        ["ppl"] = "peoples",
        ["n"] = "north",
        ["s"] = "south",
    };

    /// <summary>Folded: as written, without articles, with letters joined, abbreviations written out, without <c>Republic of</c>.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var words = Fold.Words(text);
        if (words.Length == 0) yield break;
        yield return string.Join(' ', words);
        // Not of two letters: N/A is no country.
        if (words.Length > 2 && words.All(word => word.Length == 1)) yield return string.Concat(words);
        var bare = WithoutArticles(words);
        yield return string.Join(' ', bare);
        var full = bare.Select(word => Abbreviations.GetValueOrDefault(word, word)).ToArray();
        yield return string.Join(' ', full);
        if (full[^1] is "republic" && full.Length > 1) yield return $"republic of {string.Join(' ', full[..^1])}";
        var known = string.Join(' ', full);
        foreach (var form in Forms)
            if (known.StartsWith(form + " ", StringComparison.Ordinal)) yield return string.Join(' ', WithoutArticles(known[(form.Length + 1)..].Split(' ')));
    }

    static string[] WithoutArticles(string[] words)
    {
        if (words.Length > 1 && words[^1] is "the") words = words[..^1];
        return words.Length > 1 && Articles.Contains(words[0]) ? words[1..] : words;
    }
}
