namespace Ilnp.Intake.Vocabulary;

/// <summary>Countries in many spellings and languages to ISO 3166-1 alpha-2.</summary>
public static class Countries
{
    /// <summary>CLDR's code of a country that is not known: such a person is held back until the committee sets it.</summary>
    public const string Unknown = "ZZ";

    static readonly Lazy<Names> Known = new(() => new(
        [.. VocabularyFile.Read("countries"), .. VocabularyFile.Read("Cldr.codes").SelectMany(code => new[] { (code.Code, code.Code), code })],
        VocabularyFile.Read("Cldr.countries")));

    /// <summary>The code, or null when the text names no country that is known, several, or a name that two have.</summary>
    public static string? Find(string text) => Find(text, Known.Value);

    /// <summary>As <see cref="Find(string)"/>, from given names: tells how far the app's own list reaches.</summary>
    internal static string? Find(string text, Names names) => new CountryReading(names).Find(text);

    /// <summary>The countries of a name as it stands, none when it is not known; a name may have several.</summary>
    internal static IReadOnlyList<string> Named(string text) =>
        [.. CountrySpellings.Of(text).Select(Known.Value.All).FirstOrDefault(codes => codes.Count > 0) ?? []];
}
