using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>Years of experience as a number or in a few words.</summary>
public static partial class YearsAnswer
{
    const int Most = 75;

    const double MonthsInYear = 12;

    /// <summary>Whole years, a range's lower end; null when not said or not understood, the latter with a problem.</summary>
    public static Reading<int?> Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new(null);
        text = MomentText.Fractions(text);
        if (Counted().IsMatch(text) || Clipped(text) || Thousands().IsMatch(text))
            return new(null, $"“{TextAnswer.Quote(text)}” is not a number of years and is left out");
        var plain = Repeated().Replace(NumberWords.ToDigits(Around().Replace(text.ToLowerInvariant(), " $0 ")), "$1");
        if (NoneAtAll().IsMatch(plain) && !plain.Any(char.IsAsciiDigit)) return new(0);
        if (HalfYear().IsMatch(text)) return new(0);
        if (Age().IsMatch(text)) return new(null, $"“{TextAnswer.Quote(text)}” is an age, not years of experience, and is left out");
        plain = AtLeast().Replace(HalfDecade().Replace(plain, "5 years").Replace(" a decade", " 1 decade", StringComparison.Ordinal), " ");
        if (Bound().IsMatch(plain) && !Between().IsMatch(plain)) return Below(text, plain);
        return Amount(plain) switch
        {
            < 0 => new(null, $"“{TextAnswer.Quote(text)}” is not a number of years and is left out"),
            > Most => new(null, $"“{TextAnswer.Quote(text)}” cannot be a number of years and is left out"),
            var years => new((int)years),
        };
    }

    /// <summary>A spreadsheet makes a day of <c>5-10</c>: the fifth of October.</summary>
    static bool Clipped(string text) =>
        text.Split('-', '/', '.', ' ') is { Length: 2 } parts && parts.Any(part => part.Trim().All(char.IsAsciiDigit))
            && parts.Any(part => MomentParts.IsMonth(part.Trim()));

    /// <summary>"Less than 10" may be any number below; only "less than one" says which.</summary>
    static Reading<int?> Below(string text, string plain) =>
        Amount(plain) is >= 0 and <= 1 || BareYear().IsMatch(plain)
            ? new(0)
            : new(null, $"“{TextAnswer.Quote(text)}” says only what it is less than and is left out");

    /// <summary>Years, months counted as parts of them; negative when there is no number, or several that say different things.</summary>
    static double Amount(string plain)
    {
        if (Negative().IsMatch(plain)) return -1;
        if (UnitFirst().Match(plain) is { Success: true } first) return InYears(first);
        if (UnitApart().Match(plain) is { Success: true } apart) return InYears(apart);
        var units = WithUnit().Matches(plain)
            .Select(match => (Value: Number(match.Groups["n"].Value), Unit: match.Groups["u"].Value)).ToList();
        if (Between().Match(plain) is { Success: true } between) return Lower(between);
        if (Range().Match(plain) is { Success: true } range && (!IsAlsoAnd().IsMatch(range.Value) || OfOneUnit(range))) return Lower(range);
        var numbers = Numbers().Matches(plain).Select(match => Number(match.Value)).ToList();
        if (numbers.Count > 1 && SaidTwice().IsMatch(plain) && numbers.Where(number => number <= Most).Distinct().ToList() is [var only])
            return only;
        if (units.Count > 0 && numbers.Count(number => number <= Most) > units.Count(unit => unit.Value <= Most)) return -1;
        if (units.Count > 0 && units.Select(unit => Size(unit.Unit)).Distinct().Count() == units.Count)
            return Sum([.. units.Select(unit => (unit.Value, Size(unit.Unit)))]) + (Half().IsMatch(plain) ? 0.5 : 0);
        return numbers.Count == 1 && !LessThanYear().IsMatch(plain) ? numbers[0] : -1;
    }

    /// <summary>Years and the months beside them; <c>5 years (60 months)</c> is said twice, and "5 years, 18 months" is no sum.</summary>
    static double Sum((double Value, double Size)[] parts)
    {
        var years = parts.Select(part => part.Value * part.Size).ToList();
        if (parts.Length > 1 && years.TrueForAll(one => Math.Abs(one - years[0]) < 0.01)) return years[0];
        var ordered = parts.OrderByDescending(part => part.Size).ToList();
        return ordered.Zip(ordered.Skip(1)).All(pair => pair.Second.Value * pair.Second.Size < pair.First.Size) ? years.Sum() : -2;
    }

    static double InYears(Match amount) => Number(amount.Groups["n"].Value) * Size(amount.Groups["u"].Value);

    /// <summary>The lower end, in its own unit where it has one: <c>6 months to 2 years</c>.</summary>
    static double Lower(Match range) =>
        Number(range.Groups["n"].Value) * Size(range.Groups["own"].Value is { Length: > 0 } own ? own : range.Groups["u"].Value);

    /// <summary><c>10 лет и 3 месяца</c> are added up.</summary>
    static bool OfOneUnit(Match range) =>
        range.Groups["own"].Value is not { Length: > 0 } own || Size(own) == Size(range.Groups["u"].Value);

    /// <summary>In years.</summary>
    static double Size(string unit) => unit.Length == 0 ? 1
        : Months().IsMatch(unit) ? 1 / MonthsInYear
        : Weeks().IsMatch(unit) ? 1 / 52d
        : Days().IsMatch(unit) ? 1 / 366d
        : Decades().IsMatch(unit) ? 10
        : 1;

    static double Number(string digits) => double.Parse(digits.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);

    const string Digits = @"\d+(?:[.,]\d+)?|[.,]\d+";

    const string Units =
        "months?|mths?|mos?\\b|meses|mes\\b|mês|mois|monate?n?|mesi|mese|месяц\\w*|мес\\b|ay\\b|个月|個月|か月|ヶ月|カ月|ヵ月|개월|شهرا?|أشهر|اشهر|شهور|"
        + "महीन\\w*|मास|মাস|ماه|مہین\\w*|miezi|mwezi|bulan|tháng|เดือน|buwan|měsíc\\w*|miesi\\w*|kuukau\\w*|hónap\\w*|"
        + "luni\\b|lună|maand(?:en)?|"
        + "månad\\w*|måned\\w*|μήν\\w*|חודש\\w*|"
        + "weeks?|semanas?|semaines?|wochen?|недел\\w*|周|週間|주|أسابيع|days?|días?|dias?|jours?|tage?n?|дн\\w*|дня|天|日|일|يوما?|"
        + "decades?|décadas?|décennies?|jahrzehnte?n?|десятилети\\w*|"
        + "years?|yrs?|y\\b|años?|anos?|ans?|années?|jahre?n?|j\\b|anni|anno|лет|год\\w*|г\\b|yıl|sene|年|年間|년|سنة|سنوات|سنين|عاما?|أعوام|"
        + "tahun|miaka|mwaka|năm|jaar|lat|rok\\w*|évek?|év";

    /// <summary>Spaces around dashes and signs inside words, so that <c>twenty-five</c> and <c>5years</c> are told apart.</summary>
    [GeneratedRegex(
        @"(?<=\p{L})-(?=\p{L})|(?<=\d)(?=[a-zà-ÿ])|[()\[\]/;:+~<>≤≥]|(?<=\d)\s*[-–—~〜～]\s*(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(
        @"^\W*(?:none\b|no\b(?!\s*\d)|nothing|nil\b|ningun[oa]?\b|ningún\b|nada\b|sin experiencia|nenhuma?\b|sem experiência|aucune?\b|"
            + @"pas d|sans expérience|keine\b|noch keine|nessun[oa]?\b|нет\b|没有|無し|なし|없음|لا يوجد|لا شيء|بدون)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoneAtAll();

    [GeneratedRegex(
        @"[<≤]|\b(?:less|fewer|under|below|up to|at most|not even|no more than|not more than|not yet|maximum|max|no más de|máximo|"
            + @"todavía no|aún no|não mais de|ainda não|pas plus de|pas encore|nicht mehr als|noch nicht|не больше|не более|ещё нет|"
            + @"или меньше|almost|nearly|menos|casi|até|quase|moins|jusqu|presque|weniger|unter|höchstens|bis zu|fast|meno|quasi|менее|"
            + @"меньше|до|почти|hasta|a lo sumo|au plus|maximal)\b|不到|将近|接近|近(?=\d)|不足|未満|以下|미만|이하|أقل",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bound();

    /// <summary>"A year", with the number left to the article.</summary>
    [GeneratedRegex(
        @"^[^\d]*\b(?:an?|the|un|une|um|uma|el|ein|eine?[mrsn]?|один|год\w*|года|سنة|عام)\b[^\d]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();

    [GeneratedRegex(
        @"\b(?:years? old|yrs? old|age|aged|años de edad|edad|anos de idade|idade|âgée?|jahre alt|возраст|"
            + @"tuổi|umur|umri|yaş\w*|wiek|leeftijd|ålder|età|vârst[aă]|ηλικία|عمر\w*|السن)\b|[岁歲歳]|आयु|उम्र|\d\s*살|나이|"
            + @"\d\s*y\.?\s*/?\s*o\b|"
            + @"^\W*(?:i am|i'm|im|(?:yo )?tengo|(?:eu )?tenho|j'?ai|ich bin|мне|ho)\s+\d+\s*(?:años|anos|ans|anni|лет|года?|jahre)?\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Age();

    /// <summary>Half a year, for which many languages have a word without a number.</summary>
    [GeneratedRegex(
        @"^\W*(?:about |around |unos? |uns |environ )?(?:half (?:an? )?year|half-year|a half year|medio año|meio ano|"
            + @"(?:une? )?demi[- ]année|(?:ein )?halbes jahr|mezzo anno|полгода|пол года|半年|반년|반 년|نصف سنة|"
            + @"نصف عام|yarım yıl|half jaar)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HalfYear();

    /// <summary>The same number again in words: <c>5 (five)</c>.</summary>
    [GeneratedRegex(@"(?<!\d)(\d+)\s+(?:\(\s*)?\1\b(?:\s*\))?", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    /// <summary>Signs between the same answer in two languages; "3 in public libraries, 3 in schools" are six.</summary>
    [GeneratedRegex(@"[(/=]", RegexOptions.CultureInvariant)]
    private static partial Regex SaidTwice();

    [GeneratedRegex(
        $@"\b(?:between|entre|zwischen|tra|fra|между|от)\s+(?<n>{Digits})\s*(?<own>{Units})?\s*(?:and|y|e|et|und|и|"
            + $@"до)\s+(?:{Digits})\s*(?<u>(?:{Units})?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*[-−–]\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    [GeneratedRegex(
        $@"(?<n>{Digits})\s*(?<own>{Units})?\s*(?:-|–|—|~|〜|～|에서|부터|إلى|الى|حتى|to\b|or\b|a\b|o\b|ou\b|à\b|au?\b|bis\b|oder\b|и\b|до\b|"
            + $@"или\b|到|至|から)\s*(?:{Digits})\s*(?<u>(?:{Units})?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    /// <summary>Words that join a range, and also years with months.</summary>
    [GeneratedRegex(@"[\d\s\p{L}]и\b|\b(?:e|y|et|und)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsAlsoAnd();

    [GeneratedRegex(
        @"\bhalf (?:a |of a )?(?:1 )?decade\b|\bmedia década\b|\bmeia década\b|\bune demi-décennie\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfDecade();

    /// <summary>A point or comma before three digits: a thousand, or something else.</summary>
    [GeneratedRegex(@"^\W*\d{1,3}[.,]\d{3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex($@"(?<n>{Digits})\s*\+?\s*(?<u>{Units})", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();

    /// <summary>Swahili counts so, and whoever names the box: <c>miezi 18</c>, <c>months: 18</c>.</summary>
    [GeneratedRegex($@"^[^\w.,]*(?<u>{Units})\s*[:=]?\s*(?<n>{Digits})\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitFirst();

    /// <summary><c>18 (months)</c>, <c>18, months</c>, <c>18 in months</c>.</summary>
    [GeneratedRegex($@"^[^\w.,]*(?<n>{Digits})[\s(\[,:–—-]*(?:\b(?:in|en|em)\s+)?(?<u>{Units})\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitApart();

    /// <summary>
    /// A shorter time somewhere in the answer, where nothing says that the number counts them: then it may count them all the same.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:m|mos?|months?|mths?|mes|meses|mês|mois|monate?n?|mesi|mese|miezi|mwezi|bulan|tháng|buwan|w|wks?|weeks?|semanas?|semaines?|"
            + @"wochen?|settiman[ae]|d|days?|días?|dias?|jours?|tage?n?|giorni|wiki|siku|мес|дней|дня|ay|hafta|gün|semest(?:er|re)s?|"
            + @"trimest(?:er|re)s?|terms?|hours?|horas?|heures?|stunden)\b|месяц|недел|月|週|周|개월|"
            + @"شهر|أشهر|اشهر|شهور|महीन|मास|মাস|ماه|เดือน",
        RegexOptions.CultureInvariant)]
    private static partial Regex LessThanYear();

    [GeneratedRegex(Digits, RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    /// <summary>Said so that a number is the least, with words that mean the most elsewhere.</summary>
    [GeneratedRegex(
        @"\b(?:(?:al|por lo|pelo|ao) menos|(?:au|du) moins|pas moins de|не (?:менее|меньше)|(?:no|not) (?:less|fewer) than|"
            + @"n[oã]o? menos de|nicht weniger als)\b|不少于|不低于",
        RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();

    /// <summary>A count of something else.</summary>
    [GeneratedRegex(
        @"\d\s*(?:hours?|hrs?|minutes?|horas?|heures?|stunden?|час(?:ов|а)?|小时|時間|시간|ساع[ةا]ت?|semest(?:er|re)s?|trimest(?:er|re)s?|"
            + @"quarters?|(?:school )?terms?|семестр\w*|学期|學期|학기|people|persons?|librar(?:y|ies)|books?|personas?|"
            + @"pessoas?)\b(?!.*(?:year|año|ano|\ban|jahr|лет|год|年|년|سن))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"and a half|y medio|e meio|et demi|einhalb|с половиной|半|반", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(
        @"^(?:m(?!iaka|waka)|мес|ay$|महीन|मास|মাস|ماه|مہین|bulan|tháng|เดือน|buwan|kuukau|hónap|lun|μήν|חודש|个月|個月|"
            + @"か月|ヶ月|カ月|ヵ月|개월|شه|أشه|اشه)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"^(?:w|sem|недел|周|週|주|أساب)", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    [GeneratedRegex(@"^(?:days?$|dí|dias?$|jours?$|tag|дн|天|日|일|يوم)", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(@"^(?:decades?$|déc|jahrz|десят)", RegexOptions.CultureInvariant)]
    private static partial Regex Decades();
}
