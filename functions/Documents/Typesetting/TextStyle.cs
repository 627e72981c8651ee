namespace Ilnp.Documents.Typesetting;

/// <summary>How a text is set.</summary>
/// <param name="Role">Which typefaces are preferred.</param>
/// <param name="Language">ISO 639-1; chooses among the forms of shared characters.</param>
/// <param name="RightToLeft">Direction of the line; null takes that of the text's first letter.</param>
public sealed record TextStyle(FontRole Role, string Language, bool? RightToLeft = null)
{
    static readonly string[] RightToLeftLanguages = ["ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb"];

    /// <summary>Whether texts of the language run from right to left.</summary>
    public static bool IsRightToLeft(string language) => RightToLeftLanguages.Contains(language.Split('-')[0]);

    /// <summary>A style in the language's own direction.</summary>
    public static TextStyle For(FontRole role, string language) => new(role, language, IsRightToLeft(language));
}
