namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// Varieties that ISO 639 and CLDR have codes for, by the language in which their speakers understand each other or that they write.
/// </summary>
static class LanguageFamilies
{
    static readonly Dictionary<string, string> Families = VocabularyFile.Read("varieties")
        .ToDictionary(entry => entry.Word, entry => entry.Code);

    public static string Of(string code) => Families.GetValueOrDefault(code, code);
}
