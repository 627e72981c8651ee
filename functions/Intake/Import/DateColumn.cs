using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Import;

/// <summary>
/// Where a file has the moments of applying, and how it writes day and month: one reading for the whole file, by what all its rows
/// allow.
/// </summary>
/// <param name="Index">The column; null when there is none.</param>
/// <param name="Order">Null when nothing decides it.</param>
/// <param name="Problem">For the committee, when it must be asked.</param>
sealed partial record DateColumn(int? Index, DateOrder? Order, string? Problem)
{
    /// <summary>The zone that the heading names: <c>Submit Date (UTC)</c>.</summary>
    string? Zone { get; init; }

    /// <summary>What is known of the order, by the sign between the numbers: dates with another sign came from another hand.</summary>
    IReadOnlyDictionary<string, DateOrder> Orders { get; init; } = new Dictionary<string, DateOrder>();

    /// <summary>Whether years have two digits.</summary>
    public bool MayBeYearFirst { get; init; }

    const string Dot = ".";

    const int Looked = 200;

    /// <summary>Some forms give the newest row first. So many days fall into that order by chance rarely.</summary>
    const int FewestBackwards = 4;

    public static DateColumn Of(
        IReadOnlyList<SheetRecord> records, HeaderRow header, QuestionMap questions, DateOrder? said, ApplyingTime? applying)
    {
        var below = records.Skip(header.Index + 1).Where(record => !record.IsEmpty && !header.IsRepeatedBy(record)).ToList();
        if ((Named(below, header, questions) ?? ByContent(below, header, questions)) is not { } index)
            return new(
                null, null, "The file has no column for the moment of applying: nobody is taken for late, and all count as applied now.");
        var zone = NamedZone().Matches(header.Titles[index]).Select(named => named.Value).FirstOrDefault(IsZone);
        var dates = below.Select(record =>
            index < record.Cells.Length ? ShortDate().Match(MomentText.Plain(record.Cells[index])) : Match.Empty)
            .Where(match => match.Success).GroupBy(Sign).Select(group => (Sign: group.Key, Dates: group.ToList())).ToList();
        var read = dates.Select(group => (group.Sign, group.Dates, Reading: ReadingOf(group.Sign, group.Dates, said, applying))).ToList();
        var orders = read.Where(group => group.Reading.Order is not null)
            .ToDictionary(group => group.Sign, group => group.Reading.Order!.Value);
        var open = read.Find(group => group.Reading.IsAsked).Dates;
        return new(index, open is null && orders.Count > 0 ? orders.Values.First() : null, open is null ? null : Ask(open))
        {
            Zone = zone,
            Orders = orders,
            MayBeYearFirst = dates.Exists(group => group.Dates.Exists(match => match.Groups["y"].Length == 2)),
        };
    }

    /// <summary>The date written so that it has one meaning, with the heading's zone; as it was when the file leaves it open.</summary>
    public string Rewrite(string cell) =>
        Zone is { } zone && Timed().IsMatch(cell) && MomentOffset.Split(MomentText.Plain(cell), TimeZoneInfo.Utc).Offset is null
            ? $"{Ordered(cell).TrimEnd()} {zone}"
            : Ordered(cell);

    string Ordered(string cell)
    {
        if (ShortDate().Match(MomentText.Plain(cell)) is not { Success: true } match || !Orders.TryGetValue(Sign(match), out var order))
            return cell;
        var (year, month, day) = order.Of(Number(match, "a"), Number(match, "b"), Number(match, "y"));
        return string.Create(
            CultureInfo.InvariantCulture, $"{(year < 100 ? 2000 + year : year):0000}-{month:00}-{day:00}{match.Groups["rest"].Value}");
    }

    /// <summary>
    /// One order for all dates with a sign: where the year has two digits, first what it allows of the year's place. With dots the day
    /// stands before the month anyway, unless the file shows it otherwise.
    /// </summary>
    static (DateOrder? Order, bool IsAsked) ReadingOf(string sign, List<Match> dates, DateOrder? said, ApplyingTime? applying)
    {
        var shorts = ShortYears.Of(
            [.. dates.Select(match => (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["y"].Value))], applying);
        if (said == DateOrder.YearFirst && !shorts.MayBe(DateOrder.YearFirst)) said = null;
        if (shorts.IsDecided) return (shorts.Only, false);
        if (sign == Dot && !shorts.IsOpen) return (ShownMonthFirst(dates), false);
        var order = shorts.IsOpen ? said : OrderOf(dates) ?? said;
        return (order, order is null);
    }

    /// <summary>Of several the one that holds for the rows: who began a form has not applied yet.</summary>
    static int? Named(List<SheetRecord> below, HeaderRow header, QuestionMap questions) =>
        Named([.. header.Titles.Select((title, column) => new RawAnswer([title], Sample(below, column)))], questions)
        ?? Named([.. header.Titles.Select(title => new RawAnswer([title], []))], questions);

    static IReadOnlyList<string> Sample(List<SheetRecord> below, int column) =>
        [.. below.Where(record => column < record.Cells.Length && !string.IsNullOrWhiteSpace(record.Cells[column]))
            .Take(1).Select(record => record.Cells[column])];

    static int? Named(List<RawAnswer> answers, QuestionMap questions) =>
        questions.Map(answers).TryGetValue(ApplicationField.AppliedAt, out var answer) && answers.IndexOf(answer) is >= 0 and var index
            ? index
            : null;

    /// <summary>Its heading is the provider's own, in the owner's language: known by what stands below it.</summary>
    static int? ByContent(List<SheetRecord> below, HeaderRow header, QuestionMap questions)
    {
        for (var column = 0; column < header.Titles.Length; column++)
        {
            if (questions.IsUnused(header.Titles[column]) || questions.Fields([new RawAnswer([header.Titles[column]], [])]) > 0) continue;
            var cells = below.Take(Looked).Where(record => column < record.Cells.Length)
                .Select(record => record.Cells[column]).Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            if (cells.Count > 0 && cells.Count(IsMoment) * 10 >= cells.Count * 9) return column;
        }

        return null;
    }

    /// <summary>A day with a time of it: birthdays have none.</summary>
    static bool IsMoment(string cell) =>
        cell.Contains(':', StringComparison.Ordinal) && MomentAnswer.Parse(cell, TimeZoneInfo.Utc, DateOrder.MonthFirst) is not null;

    /// <summary>
    /// An order that gives a day which does not exist is out; of two that remain, the one in which the rows follow each other, as forms
    /// write them. Halves of the day speak for America only where no number has a zero before it: Australia and India write them too.
    /// </summary>
    static DateOrder? OrderOf(List<Match> dates)
    {
        if (dates.TrueForAll(match => Number(match, "a") <= 12 && Number(match, "a") == Number(match, "b"))) return DateOrder.MonthFirst;
        if (OfDays(dates) is { } decided) return decided;
        if (dates.Exists(match => Number(match, "a") > 12)) return null;
        if (dates.Exists(match => match.Groups["a"].Length == 1) && dates.Exists(match => match.Groups["b"].Value[0] == '0'))
            return DateOrder.DayFirst;
        if (dates.TrueForAll(match => DottedTime().IsMatch(match.Groups["rest"].Value))) return DateOrder.DayFirst;
        var (byMonth, byDay) = (Follow(dates, "a", "b"), Follow(dates, "b", "a"));
        if (dates.Count >= 3 && byMonth != byDay) return byMonth ? DateOrder.MonthFirst : DateOrder.DayFirst;
        var isPadded = dates.Exists(match => match.Groups["a"].Value[0] == '0' || match.Groups["b"].Value[0] == '0');
        return !isPadded && dates.Exists(match => Halves().IsMatch(match.Groups["rest"].Value)) ? DateOrder.MonthFirst : null;
    }

    /// <summary>By days beyond the twelfth; null when there are none, or in both places.</summary>
    static DateOrder? OfDays(List<Match> dates)
    {
        var monthFirst = dates.TrueForAll(match => Number(match, "a") <= 12);
        var dayFirst = dates.TrueForAll(match => Number(match, "b") <= 12);
        return monthFirst == dayFirst ? null : dayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    static string Sign(Match date) => date.Groups["sign"].Value;

    /// <summary>Nobody writes the month first with dots, unless the file shows it. With strokes and dashes both are usual.</summary>
    static DateOrder? ShownMonthFirst(List<Match> dates) => OfDays(dates) == DateOrder.MonthFirst ? DateOrder.MonthFirst : null;

    /// <summary>UTC, an abbreviation that is known, or a place, which no moment can carry: it is told then.</summary>
    static bool IsZone(string named) =>
        named.Contains('/', StringComparison.Ordinal) ? TimeZones.Find(named) is not null
        : named.StartsWith("UTC", StringComparison.Ordinal)
            || named.StartsWith("GMT", StringComparison.Ordinal) || ZoneAbbreviations.Has(named);

    static bool Follow(List<Match> dates, string month, string day)
    {
        var days = dates.Select(match => (Number(match, "y") * 10000) + (Number(match, month) * 100) + Number(match, day)).ToList();
        var pairs = days.Zip(days.Skip(1)).ToList();
        return pairs.TrueForAll(pair => pair.First <= pair.Second)
            || (days.Distinct().Count() >= FewestBackwards && pairs.TrueForAll(pair => pair.First >= pair.Second));
    }

    static string Ask(List<Match> dates) =>
        dates[0].Groups["y"].Length == 2
            ? $"The file writes dates as “{dates[0].Groups["date"].Value}”, and nothing in it says for sure where year, month and day "
                + "stand: nobody is taken for late. Send it in again with ?yearFirst=true, ?dayFirst=true or ?dayFirst=false "
                + "at the end of the address."
            : $"The file writes dates as “{dates[0].Groups["date"].Value}”, and nothing in it says whether the day or the month stands "
                + "first: nobody is taken for late. Send it in again with ?dayFirst=true or ?dayFirst=false at the end of the address.";

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<date>(?<a>\d{1,2})(?<sign>[/.-])(?<b>\d{1,2})\k<sign>(?<y>\d{4}|\d\d))(?<rest>(?:\D.*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortDate();

    [GeneratedRegex(
        @"\b(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::\d\d)?)?(?![A-Za-z\d])|"
            + @"(?<=[(\[])(?:[A-Z]{3,5}|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+)(?=[)\]])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedZone();

    [GeneratedRegex(@"\d[:.]\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Timed();

    [GeneratedRegex(@"[AP]\.?M", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Halves();

    [GeneratedRegex(@"\d\.\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex DottedTime();
}
