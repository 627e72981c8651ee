namespace Ilnp.Texts;

/// <summary>In which letters a language is written.</summary>
public static class LanguageScript
{
    /// <summary>A pattern of one letter, for languages that are not written in Latin ones; null for the others.</summary>
    public static string? Of(string language) => language switch
    {
        "ru" => @"\p{IsCyrillic}",
        "ar" => @"\p{IsArabic}",
        "ko" => @"\p{IsHangulSyllables}",
        "ja" => @"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]",
        "zh" => @"\p{IsCJKUnifiedIdeographs}",
        _ => null,
    };
}
