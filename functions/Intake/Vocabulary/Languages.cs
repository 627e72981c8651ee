namespace Ilnp.Intake.Vocabulary;

/// <summary>Languages by their English, own and other names to ISO 639.</summary>
public static class Languages
{
    static readonly System.Buffers.SearchValues<char> RemarkSigns = System.Buffers.SearchValues.Create("(（[:–—");

    static readonly Lazy<WordList> Names = new(() => new([.. VocabularyFile.Read("languages"), .. CldrNames.Languages().Select(Unify)]));

    /// <summary>The code, or null when the text names no language that is known.</summary>
    public static string? Find(string text)
    {
        var names = Names.Value;
        return names.Find(text)
            ?? names.Find(WithoutRemark(text))
            ?? (text.Length is 5 && text[2] is '-' or '_' ? names.Find(text[..2]) : null);
    }

    /// <summary>CLDR has Filipino and the two standards of Norwegian apart; people who name them understand each other.</summary>
    static (string Code, string Word) Unify((string Code, string Word) entry) => entry.Code switch
    {
        "fil" => ("tl", entry.Word),
        "nb" or "nn" => ("no", entry.Word),
        _ => entry,
    };

    /// <summary>A level or remark after the language, as in <c>English (fluent)</c> or <c>Spanish - native</c>.</summary>
    static string WithoutRemark(string text)
    {
        var end = text.AsSpan().IndexOfAny(RemarkSigns);
        if (text.IndexOf(" - ", StringComparison.Ordinal) is >= 0 and var dash && (end < 0 || dash < end)) end = dash;
        return end > 0 ? text[..end] : text;
    }
}
