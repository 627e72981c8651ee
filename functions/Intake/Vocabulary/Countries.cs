namespace Ilnp.Intake.Vocabulary;

/// <summary>Countries in many spellings and languages to ISO 3166-1 alpha-2.</summary>
public static class Countries
{
    /// <summary>CLDR's code of a country that is not known: such a person is held back until the committee sets it.</summary>
    public const string Unknown = "ZZ";

    /// <summary>Codes that people write for something else: "not applicable" and "no".</summary>
    static readonly string[] Words = ["NA", "NO"];

    static readonly Lazy<Names> Known = new(() => new(
        [
            .. VocabularyFile.Read("countries"),
            .. VocabularyFile.Read("Cldr.codes").Where(entry => !Words.Contains(entry.Code)).Select(entry => (entry.Code, entry.Code)),
        ],
        VocabularyFile.Read("Cldr.countries"),
        VocabularyFile.Read("Cldr.codes")));

    /// <summary>Codes of three letters: in capitals they go before names, of which <c>Nga</c> is one.</summary>
    static readonly Dictionary<string, string> Longer = VocabularyFile.Read("Cldr.codes")
        .ToDictionary(entry => entry.Word, entry => entry.Code, StringComparer.Ordinal);

    /// <summary>The code, or null when the text names no country that is known, several, or a name that two have.</summary>
    public static string? Find(string text) => Longer.GetValueOrDefault(text.Trim()) ?? Find(text, Known.Value);

    /// <summary>As <see cref="Find(string)"/>, from given names: tells how far the app's own list reaches.</summary>
    internal static string? Find(string text, Names names) => new CountryReading(names).Find(text);

    /// <summary>The countries of a name as it stands, none when it is not known; a name may have several.</summary>
    internal static IReadOnlyList<string> Named(string text) =>
        [.. CountrySpellings.Of(text).Select(Known.Value.All).FirstOrDefault(codes => codes.Count > 0) ?? []];
}
