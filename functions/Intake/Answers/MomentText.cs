using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>A moment's text with one kind of digits, spaces and minus signs.</summary>
static partial class MomentText
{
    public static string Plain(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in NumberWords.Decimal(Fold.Composed(text, NormalizationForm.FormKC)))
            if (char.IsWhiteSpace(letter) || char.IsControl(letter)) kept.Append(' ');
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
                kept.Append(letter is '−' or '–' or '‒' or '‐' or '‑' ? '-' : letter);
        var plain = Spaces().Replace(Weekday().Replace(kept.ToString(), " "), " ").Trim().Trim('"', '\'').Trim();
        plain = ZoneInside().Replace(plain, "$1 $3 $2");
        return Bracketed().Replace(Compact().Replace(plain, "$1-$2-$3T$4:$5:$6$7"), "$1");
    }

    /// <summary><c>1 1/2</c> and <c>1 ½</c> as decimals.</summary>
    public static string Fractions(string text) => Half().Replace(text, "${whole}.5");

    [GeneratedRegex(@"(?<whole>\d)\s?(?:½|(?<=\s)1/2)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    /// <summary>The day of the week in brackets behind a date: <c>2023/03/03(金)</c>.</summary>
    [GeneratedRegex(@"(?<=\d)\s?[(](?:週|周|星期)?(?:[日月火水木金土一二三四五六월화수목금토일]|\p{L}{3}\.?)[)](?=\s?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    /// <summary>A zone in brackets behind a time: <c>[GMT+8]</c>, <c>(UTC)</c>.</summary>
    [GeneratedRegex(@"(?<![+-]\d{2}:?\d{2}\s?)[\[(]\s?((?:GMT|UTC)[^)\]]*)[\])]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    /// <summary>As programs write a date by default: the zone before the year.</summary>
    [GeneratedRegex(@"^(\p{L}{3} \p{L}{3} \d{1,2} [\d:]+) ([A-Z]{3,4}) (\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneInside();

    /// <summary>ISO 8601 without its signs.</summary>
    [GeneratedRegex(@"^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d:?\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
