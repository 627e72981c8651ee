using System.Globalization;
using System.Text;

namespace Ilnp.Documents.Typesetting;

/// <summary>How a character behaves among texts of both directions (Unicode Standard Annex 9, table 4).</summary>
enum BidiClass
{
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    WS,
    ON,
}

/// <summary>The bidirectional class of a character, from its block and general category; .NET has no table of it.</summary>
static class BidiClasses
{
    public static BidiClass Of(Rune rune) => rune.Value switch
    {
        0x200E => BidiClass.L,
        0x200F => BidiClass.R,
        0x061C => BidiClass.AL,
        >= '0' and <= '9' or >= 0x06F0 and <= 0x06F9 => BidiClass.EN,
        >= 0x0660 and <= 0x0669 or 0x066B or 0x066C or >= 0x0600 and <= 0x0605 or 0x06DD => BidiClass.AN,
        '+' or '-' or 0x2212 => BidiClass.ES,
        ',' or '.' or '/' or ':' or 0x00A0 or 0x060C or 0x202F => BidiClass.CS,
        '#' or '%' or 0x00B0 or 0x00B1 or 0x066A or 0x2030 => BidiClass.ET,
        _ => ByCategory(rune),
    };

    static BidiClass ByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
        UnicodeCategory.Format => BidiClass.BN,
        UnicodeCategory.Control => rune.Value is 9 or 10 or 13 ? BidiClass.WS : BidiClass.BN,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => BidiClass.WS,
        UnicodeCategory.CurrencySymbol => BidiClass.ET,
        _ when IsHebrewOrOtherRightToLeft(rune.Value) => BidiClass.R,
        _ when IsArabicOrSimilar(rune.Value) => BidiClass.AL,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.PrivateUse => BidiClass.L,
        _ => BidiClass.ON,
    };

    static bool IsHebrewOrOtherRightToLeft(int c) =>
        c is >= 0x0590 and <= 0x05FF or >= 0x07C0 and <= 0x085F or >= 0xFB1D and <= 0xFB4F
            or >= 0x10800 and <= 0x10CFF or >= 0x1E800 and <= 0x1E95F;

    static bool IsArabicOrSimilar(int c) =>
        c is >= 0x0600 and <= 0x07BF or >= 0x0860 and <= 0x08FF
            or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x1EE00 and <= 0x1EEFF;
}
