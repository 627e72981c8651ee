using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>The ways in which one country's name may stand in the lists, the nearest to what was written first.</summary>
static class CountrySpellings
{
    static readonly string[] Articles =
        ["the", "la", "le", "les", "l", "el", "los", "las", "il", "lo", "os", "as", "o", "a", "die", "der", "das", "de", "het"];

    /// <summary>What a short name leaves out. It is left out only of names that are not known with it.</summary>
    static readonly string[] Forms =
    [
        "republic of", "federal republic of", "islamic republic of", "kingdom of",
        "state of", "sultanate of", "commonwealth of", "principality of",
        "grand duchy of", "union of", "federation of", "republica de",
        "republica do", "republica da", "republica del", "reino de", "reino do",
        "estado de", "republique de", "republique du", "republique d", "royaume de",
        "royaume du", "royaume d", "repubblica", "republik", "konigreich",
        "arab republic of", "socialist republic of", "federative republic of",
        "federal democratic republic of", "democratic socialist republic of",
        "plurinational state of", "bolivarian republic of", "cooperative republic of", "oriental republic of", "united republic of",
        "hashemite kingdom of", "independent state of", "former yugoslav republic of",
        "republica federativa do", "republica federativa de",
        "republica bolivariana de", "republica bolivariana da", "republica oriental del",
        "republica oriental do", "republica arabe de", "republica arabe do",
        "republica islamica de", "republica islamica do", "estado plurinacional de",
        "republique federale de", "republique federale du", "republique federale d", "republique islamique de", "republique islamique du",
        "republique islamique d", "republique unie de", "republique arabe d",
        "bundesrepublik", "islamische republik", "федеративная республика",
        "исламская республика", "социалистическая республика", "арабская республика", "جمهوري اسلامي", "جمهوري", "الجمهوريه", "المملكه",
        "republica", "republique", "republic", "республика", "королевство", "جمهوريه", "مملكه", "دوله", "isla", "isla de", "islas",
        "ile", "ile de", "ile d", "iles", "ilha", "ilha de", "ilhas", "isola", "isole", "insel", "inseln", "остров", "острова",
        "جزيره", "جزر",
    ];

    /// <summary>The same behind a name.</summary>
    static readonly string[] FormsBehind =
    [
        "island", "islands", "republic", "cumhuriyeti", "respublikasi", "republikasi",
        "республика", "республикасы", "республикаси", "العربيه", "الاسلاميه", "الاتحاديه",
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

    /// <summary>The same signs stand for other words in other languages.</summary>
    static readonly Dictionary<string, string>[] OtherAbbreviations =
    [
        new() { ["rep"] = "republique", ["dem"] = "democratique", ["fed"] = "federation", ["st"] = "saint", ["ste"] = "sainte" },
        new() { ["rep"] = "republica", ["dem"] = "democratica", ["fed"] = "federacion", ["gral"] = "general" },
        new() { ["fed"] = "federation" },
        new() { ["респ"] = "республика", ["фед"] = "федерация", ["дем"] = "демократическая" },
    ];

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
        foreach (var language in OtherAbbreviations.Where(language => bare.Any(language.ContainsKey)))
        {
            var written = string.Join(' ', bare.Select(word => language.GetValueOrDefault(word, word)));
            yield return written;
            foreach (var name in WithoutForms(written)) yield return name;
        }

        foreach (var name in WithoutForms(known)) yield return name;
    }

    /// <summary>The longest forms first: of two that fit, the shorter one leaves a piece of the longer.</summary>
    static IEnumerable<string> WithoutForms(string known)
    {
        foreach (var name in WithoutFormBehind(known)) yield return name;
        foreach (var form in Forms.OrderByDescending(form => form.Length))
            if (known.StartsWith(form + " ", StringComparison.Ordinal))
            {
                var name = string.Join(' ', WithoutArticles(known[(form.Length + 1)..].Split(' ')));
                yield return name;
                foreach (var bare in WithoutFormBehind(name)) yield return bare;
            }
    }

    static IEnumerable<string> WithoutFormBehind(string name) =>
        FormsBehind.Where(form => name.EndsWith(" " + form, StringComparison.Ordinal)).Select(form => name[..^(form.Length + 1)]);

    static string[] WithoutArticles(string[] words)
    {
        if (words.Length > 1 && words[^1] is "the") words = words[..^1];
        return words.Length > 1 && Articles.Contains(words[0]) ? words[1..] : words;
    }
}
