using System.Globalization;

namespace Ilnp.Texts;

/// <summary>
/// Dates as readers of a language write them. From a file of our own (<c>dates.json</c>), so that a mail, a page and a document say the
/// same on every machine, whatever its culture data. In English where the language is not known.
/// </summary>
public static class LocalDate
{
    static readonly Lazy<Dictionary<string, Way>> Ways = new(() =>
        TextFile.Read<Dictionary<string, Way>>(TextFile.Beside("Texts", "dates.json")));

    /// <summary>For instance "24 April 2020".</summary>
    public static string Write(DateOnly date, string language) => Write(date, Of(language), Of(language).Pattern);

    /// <summary>For instance "Friday, 24 April 2020".</summary>
    public static string WithWeekday(DateOnly date, string language) => Write(date, Of(language), Of(language).WithWeekday);

    /// <summary>ISO 639-1 codes of the languages that have their own way.</summary>
    internal static IReadOnlyCollection<string> Languages => Ways.Value.Keys;

    static Way Of(string language) => Ways.Value.GetValueOrDefault(language.Split('-')[0]) ?? Ways.Value["en"];

    static string Write(DateOnly date, Way way, string pattern) => pattern
        .Replace("{weekday}", way.Weekdays[(int)date.DayOfWeek], StringComparison.Ordinal)
        .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", way.Months[date.Month - 1], StringComparison.Ordinal)
        .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>How a language does it.</summary>
    /// <param name="Pattern">With day, month and year.</param>
    /// <param name="WithWeekday">With the weekday too.</param>
    /// <param name="Months">Their names in a date, January first.</param>
    /// <param name="Weekdays">Sunday first.</param>
    sealed record Way(string Pattern, string WithWeekday, string[] Months, string[] Weekdays);
}
