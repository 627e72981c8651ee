using System.Globalization;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// Days on which several countries do not work, by the calendars that they follow; for countries without a list of their own.
/// </summary>
static class SharedDays
{
    static readonly UmAlQuraCalendar Islamic = new();
    static readonly ChineseLunisolarCalendar Chinese = new();

    /// <summary>Of the table that the calendar has, which ends in 2077.</summary>
    static readonly int LastIslamicYear = Islamic.GetYear(Islamic.MaxSupportedDateTime);

    static readonly SharedDay[] All =
    [
        new("New Year", year => [new(year, 1, 1)],
            "AE AL AM AO AR AZ BA BB BF BG BI BJ BN BO BW BY CD CG CI CL CM CN CO CR CU CV CY DO DZ EC EG FJ GA GE GH GM GN GT HK HN HT "
                + "ID IN IQ IS JM JO KE KG KH KR KW LA LB LK LR LS MA MD MG MK ML MM MN MR MT MU MW MY MZ NA NE NG NI OM PA PE PG PH PK "
                + "PS PY RU RW SC SG SL SN SO SV SY SZ TD TG TH TJ TM TN TT TW TZ UA UG UY UZ VE VN XK ZM ZW"),
        new("Good Friday", year => [Easter(year).AddDays(-2)],
            "AR BB BO BW CL CO CR CV CY DO EC FJ GA GH GT HK HN HT ID IN JM KE LR LS MT MW NA NG NI PA PE PG PH PY RW SC SG SL "
                + "SV SZ TT TZ UG UY VE ZM ZW"),
        new("Easter Monday", year => [Easter(year).AddDays(1)],
            "AL BB BF BJ BW CF CG CI CM CY FJ GA GH GM GN HK IS JM KE LS MG ML MT MW NA NE NG PG SC SL SN SZ TD TG TT TZ UG ZM ZW"),
        new("Labour Day", year => [new(year, 5, 1)],
            "AL AM AO AR BA BD BF BG BI BJ BO BW BY CD CG CI CL CM CN CO CR CU CV CY DO DZ EC EG ET GA GE GH GN GT HK HN HT ID IN IQ IS "
                + "JO KE KG KR LA LB LK LR LS LY MA MD MG MK ML MM MR MT MU MW MY MZ NA NE NG NI PA PE PH PK PS PY RU RW SC SG SL SN SO "
                + "SV SY SZ TD TG TH TN TZ UA UG UY VE VN XK YE ZM ZW"),
        new("Christmas Day", year => [new(year, 12, 25)],
            "AL AO AR BA BB BD BF BG BI BJ BO BW BY CD CG CI CL CM CO CR CU CV CY DO EC FJ GA GH GM GN GT HK HN HT ID IN IQ IS JM JO KE "
                + "KR LB LK LR LS MD MG ML MT MU MW MY MZ NA NE NG NI PA PE PG PH PK PS PY RW SC SG SL SN SV SY SZ TD TG "
                + "TT TZ UA UG UY VE XK ZM ZW"),
        new("Boxing Day", year => [new(year, 12, 26)], "BB BG BW CY FJ GH HK IS JM KE LS MT MW NA NG PG SL SZ TT TZ UG ZM ZW"),
        new("Orthodox Christmas", year => [new(year, 1, 7)], "AM BY EG ER ET GE MD MK RU"),
        new("International Women's Day", year => [new(year, 3, 8)], "AM AO AZ BF BY GE KG LA MD MN RU TJ TM UA UG UZ ZM"),
        new("Nowruz", year => [new(year, 3, 20), new(year, 3, 21)], "AF AL AZ IQ IR KG TJ TM UZ XK"),
        new("Eid al-Fitr (by the moon, perhaps a day off)", year => Lunar(year, 10, 1, days: 2),
            "AE AF AL AZ BA BD BF BH BJ BN CI CM DJ DZ EG ET GH GM GN ID IN IQ IR JO KE KG KM KW LB LK LR LY MA ML MR MU MV MW MY NE NG "
                + "OM PH PK PS QA RW SA SD SG SL SN SO SY TD TG TJ TM TN TT TZ UG UZ XK YE"),
        new("Eid al-Adha (by the moon, perhaps a day off)", year => Lunar(year, 12, 10, days: 2),
            "AE AF AL AZ BA BD BF BH BJ BN CI CM DJ DZ EG ET GH GM GN ID IN IQ IR JO KG KM KW LB LY MA ML MR MV MY NE NG OM PH PK PS QA "
                + "RW SA SD SG SL SN SO SY TD TG TJ TM TN TZ UG UZ XK YE"),
        new(
            "Lunar New Year",
            year => [.. Enumerable.Range(0, 3).Select(DateOnly.FromDateTime(Chinese.ToDateTime(year, 1, 1, 0, 0, 0, 0)).AddDays)],
            "BN CN HK ID KP KR MO MY PH SG TW VN"),
        new("National Day", year => [.. Enumerable.Range(1, 3).Select(day => new DateOnly(year, 10, day))], "CN"),
        new("Republic Day", year => [new(year, 1, 26)], "IN"),
        new("Independence Day", year => [new(year, 8, 15)], "IN"),
        new("Gandhi Jayanti", year => [new(year, 10, 2)], "IN"),
    ];

    public static IEnumerable<string> Countries => All.SelectMany(day => day.In).Distinct();

    /// <summary>Of one country, in a year of ours.</summary>
    public static IEnumerable<(DateOnly Day, string Name)> In(string country, int year) =>
        All.Where(day => day.In.Contains(country)).SelectMany(day => day.Days(year).Select(one => (one, day.Name)));

    /// <summary>Western Easter Sunday, by the Gregorian rule.</summary>
    static DateOnly Easter(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var moon = ((19 * golden) + century - (century / 4) - (((8 * century) + 13) / 25) + 15) % 30;
        var full = moon - (moon / 28 * (1 - (moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11))));
        var sunday = full - ((year + (year / 4) + full + 2 - century + (century / 4)) % 7);
        return new DateOnly(year, 3, 28).AddDays(sunday);
    }

    /// <summary>Days of the Islamic calendar that fall into a year of ours: it may be none, once or twice.</summary>
    static IEnumerable<DateOnly> Lunar(int year, int month, int day, int days)
    {
        if (year > Islamic.MaxSupportedDateTime.Year) return [];
        var first = Islamic.GetYear(new DateTime(year, 1, 1));
        return Enumerable.Range(first, 2).Where(lunar => lunar <= LastIslamicYear)
            .Select(lunar => DateOnly.FromDateTime(Islamic.ToDateTime(lunar, month, day, 0, 0, 0, 0)))
            .SelectMany(begin => Enumerable.Range(0, days).Select(begin.AddDays))
            .Where(one => one.Year == year);
    }

    /// <param name="Name">In English.</param>
    /// <param name="Days">Of a year.</param>
    /// <param name="Codes">The countries, ISO 3166, with spaces between them.</param>
    sealed record SharedDay(string Name, Func<int, IEnumerable<DateOnly>> Days, string Codes)
    {
        public IReadOnlySet<string> In { get; } = Codes.Split(' ').ToHashSet(StringComparer.Ordinal);
    }
}
