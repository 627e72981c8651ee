using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>A moment's text taken apart. A word that is none of a date's leaves nothing of it: it is not understood.</summary>
/// <param name="First">The first number of the date; the year when it stands first.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
/// <param name="Month">When the month is a word; the date then has two numbers.</param>
/// <param name="HasDashes">Whether they are between its numbers: then the day stands first rather than the month.</param>
/// <param name="IsDayFirst">Whether its dots say so; with other signs nothing says which of day and month stands first.</param>
sealed partial record MomentParts(
    string First, string Second, string Third, int? Month, bool HasDashes, bool IsDayFirst, TimeSpan Time, TimeSpan? Offset)
{
    static readonly Names Months = new(VocabularyFile.Read("Cldr.months"));
    static readonly Names Halves = new([("am", "am"), ("pm", "pm"), ("am", "a.m."), ("pm", "p.m.")], VocabularyFile.Read("Cldr.halves"));
    static readonly Names Days = new(VocabularyFile.Read("Cldr.days"));

    /// <summary>Words between the parts of a date.</summary>
    static readonly HashSet<string> Between =
    [
        "de", "del", "of", "the", "at", "a", "las", "um", "uhr", "le", "la", "à", "às", "kl", "klo", "den", "в", "г", "года", "год", "ob",
        "om", "o", "er", "th", "st", "nd", "rd", "日", "年", "月", "ngày", "tháng",
        "năm", "lúc", "pukul", "ที่", "h", "hs", "hrs", "horas", "heures", "ore",
    ];

    /// <summary>Whether its year has two digits.</summary>
    public bool IsShort => First.Length <= 2 && (Month is null ? Third : Second).Length == 2;

    public static MomentParts? Read(string text, TimeZoneInfo zone, string? country = null)
    {
        var (rest, offset) = MomentOffset.Split(text, zone, country);
        var clock = Clock().Matches(rest).Where(match => !match.Value.Contains('.', StringComparison.Ordinal) || IsClock(match, rest))
            .Take(2).ToList();
        if (clock.Count > 1) return null;
        var time = TimeSpan.Zero;
        var dots = false;
        if (clock is [var found])
        {
            rest = $"{rest[..found.Index]} {rest[(found.Index + found.Length)..]}";
            dots = found.Groups["sign"].Value == ".";
            if (!TryTime(found, out time)) return null;
        }

        var dated = Ideographs().Replace(rest, "$1/");
        var words = Words().Matches(dated).SelectMany(match => Apart(match.Value)
            .Select((word, at) => (word, IsShortened: at == 0 && dated.AsSpan(match.Index + match.Length).StartsWith(".")))).ToList();
        char? half = null;
        int? month = null;
        var numbers = new List<string>();
        foreach (var (word, isShortened) in words)
            if (char.IsAsciiDigit(word[0])) numbers.Add(word);
            else if (!isShortened && IsBetween(word)) continue;
            else if (Halves.One(word) is { } which && clock.Count == 1) half = which[0];
            else if (month is null && Months.One(word) is { } number) month = int.Parse(number, CultureInfo.InvariantCulture);
            else if (!Days.Has(Fold.Text(word)) && !IsBetween(word)) return null;
        if (!TryHalf(half, ref time)) return null;
        var signs = Dates().Match(rest);
        return numbers.Count == (month is null ? 3 : 2)
            ? new(
                numbers[0], numbers[1], month is null ? numbers[2] : "", month,
                signs.Groups["sign"].Value == "-", dots || signs.Groups["sign"].Value == ".", time, offset)
            : null;
    }

    /// <summary>The date by itself, or in the order given where it leaves that open; null when there is no such day.
    /// Without an order the likelier of its sign.</summary>
    public DateTime? Date(DateOrder? order)
    {
        if (Month is { } named)
            return First.Length == 4 || (IsShort && order == DateOrder.YearFirst) ? Day(First, named, Second) : Day(Second, named, First);
        if (First.Length == 4) return Day(First, Number(Second), Third);
        if (order > DateOrder.DayFirst) return IsShort ? OfShort(order.Value.Of(First, Second, Third)) : null;
        if (Third.Length is not (2 or 4)) return null;
        var dayFirst = IsDayFirst || (order is { } known ? known == DateOrder.DayFirst : HasDashes);
        var (day, month) = dayFirst ? (First, Second) : (Second, First);
        return Day(Third, Number(month), day) ?? Day(Third, Number(day), month);
    }

    /// <summary>A year of two digits has both written.</summary>
    static DateTime? OfShort((string Year, string Month, string Day) parts) =>
        parts.Year.Length == 2 ? Day(parts.Year, Number(parts.Month), parts.Day) : null;

    /// <summary>Whether a word names a month.</summary>
    public static bool IsMonth(string word) => Months.One(word) is not null && !char.IsAsciiDigit(word[0]);

    /// <summary>A full stop joins the letters of <c>p. m.</c>, and parts <c>abr. de</c>.</summary>
    static string[] Apart(string word) => word.Split(". ") is { Length: 2 } parts && Months.One(parts[0]) is not null ? parts : [word];

    /// <summary>
    /// Some are a half of the day elsewhere, where a full stop follows: the Hungarian <c>de.</c> is
    /// before noon, the Spanish <c>de</c> is "of".
    /// </summary>
    static bool IsBetween(string word) => Between.Contains(word.ToLowerInvariant()) || Between.Contains(Fold.Text(word));

    static DateTime? Day(string year, int month, string day)
    {
        var full = year.Length == 2 ? 2000 + Number(year) : Number(year);
        return full is > 0 and < 9999 && month is > 0 and <= 12 && Number(day) is > 0 and var number
            && number <= DateTime.DaysInMonth(full, month) ? new DateTime(full, month, number) : null;
    }

    static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>With dots it is a time only where a date stands elsewhere: <c>02/03/2020 14.11.52</c>.</summary>
    static bool IsClock(Match match, string text) =>
        match.Groups["sign"].Value != "." || DayWithMonth().IsMatch(text[..match.Index]) || Dates().Match(text) is { Success: true } date
            && (date.Index + date.Length <= match.Index || date.Index >= match.Index + match.Length);

    static bool TryTime(Match match, out TimeSpan time)
    {
        var (hours, minutes, seconds) = (
            Number(match.Groups["h"].Value),
            Number(match.Groups["m"].Value),
            match.Groups["s"].Success ? Number(match.Groups["s"].Value) : 0);
        time = new(hours, minutes, seconds);
        return hours < 24 && minutes < 60 && seconds < 60;
    }

    static bool TryHalf(char? half, ref TimeSpan time)
    {
        if (half is null) return true;
        if (time.Hours > 12) return half == 'p';
        if (half == 'p' && time.Hours < 12) time += TimeSpan.FromHours(12);
        if (half == 'a' && time.Hours == 12) time -= TimeSpan.FromHours(12);
        return true;
    }

    /// <summary>A day whose month is a word and whose year is there: what follows is a time.</summary>
    [GeneratedRegex(@"\d{1,2}\.?\s+\p{L}{3,}\.?\s+\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex DayWithMonth();

    /// <summary>Ideographs behind the numbers of a date: <c>2020年3月2日</c>, and those of a time.</summary>
    [GeneratedRegex(@"(\d)\s*(?:年|月|日|년|월|일)", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();

    [GeneratedRegex(
        @"(?<![\d./-])(?<h>\d{1,2})(?<sign>[:.h]|時|时|点|點|시\s?)(?<m>\d\d)(?:分|분\s?)?(?:[:.m]?\s?(?<s>"
            + @"\d\d)(?:秒|초)?(?:[.,]\d{1,7})?)?(?![\d/-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"\d{1,4}(?<sign>[/.-])\s?\d{1,2}\k<sign>\s?\d{1,4}|\d{1,2}(?<sign>[/.-])\s?\d{1,2}\k<sign>\s?\d{2,4}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"\d+|[\p{L}\p{M}]+(?:\.\s?[\p{L}\p{M}]+\.?)*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
