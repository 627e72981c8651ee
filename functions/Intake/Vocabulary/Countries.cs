namespace Ilnp.Intake.Vocabulary;

/// <summary>Countries in many spellings and languages to ISO 3166-1 alpha-2.</summary>
public static class Countries
{
    /// <summary>CLDR's code of a country that is not known: such a person is held back until the committee sets it.</summary>
    public const string Unknown = "ZZ";

    static readonly Lazy<WordList> Names = new(() => new([.. VocabularyFile.Read("countries"), .. CldrNames.Countries()]));

    /// <summary>The code, or null when the text names no country that is known.</summary>
    public static string? Find(string text) => Find(text, Names.Value);

    /// <summary>As <see cref="Find(string)"/>, from a given list: tells how far the app's own list reaches.</summary>
    internal static string? Find(string text, WordList names) =>
        Spellings(text).Select(names.Find).FirstOrDefault(code => code is not null);

    /// <summary>As written; without <c>the</c>; without a remark in brackets; turned at the comma; the country after a town.</summary>
    static IEnumerable<string> Spellings(string text)
    {
        yield return Flag(text) ?? text;
        yield return WithoutThe(text);
        if (text.IndexOfAny(['(', '（', '[']) is > 0 and var bracket) yield return WithoutThe(text[..bracket]);
        foreach (var separator in new[] { ',', '،', '，' })
        {
            var parts = text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2) yield return WithoutThe($"{parts[1]} {parts[0]}");
            if (parts.Length > 1) yield return WithoutThe(parts[^1]);
        }
    }

    static string WithoutThe(string text)
    {
        var words = Fold.Words(text);
        return string.Join(' ', words is ["the", .. var after] ? after : words is [.. var before, "the"] ? before : words);
    }

    /// <summary>A flag is two letters as regional indicator symbols.</summary>
    static string? Flag(string text)
    {
        var runes = text.Trim().EnumerateRunes().ToArray();
        return runes.Length == 2 && runes.All(rune => rune.Value is >= 0x1F1E6 and <= 0x1F1FF)
            ? string.Concat(runes.Select(rune => (char)('A' + rune.Value - 0x1F1E6)))
            : null;
    }
}
