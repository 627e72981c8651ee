using System.Globalization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>
/// Where the year stands in a file's dates of two digits: <c>20-03-02</c>. An order is out when it gives a day that does not exist, or one
/// from years before the round, or, where no round is known, days that are years from each other.
/// </summary>
sealed class ShortYears
{
    /// <summary>Days between the first and the last date of one round's file.</summary>
    const int LongestSpan = 366;

    /// <summary>Orders that remain; all of them when no year has two digits.</summary>
    readonly IReadOnlyList<DateOrder> left;
    readonly bool isShort;

    ShortYears(IReadOnlyList<DateOrder> left, bool isShort) => (this.left, this.isShort) = (left, isShort);

    /// <summary>The only order.</summary>
    public DateOrder Only => left[0];

    /// <summary>Whether one remains, and it is one that people write.</summary>
    public bool IsDecided => isShort && left is [var only] && only.IsUsual();

    /// <summary>Whether somebody must say where the year stands. Where it stands last, day and month may still be told apart.</summary>
    public bool IsOpen =>
        isShort && !IsDecided && !(left.Count > 0 && left.All(order => order is DateOrder.DayFirst or DateOrder.MonthFirst));

    public bool MayBe(DateOrder order) => isShort && left.Contains(order);

    public static ShortYears Of(IReadOnlyList<(string First, string Second, string Third)> dates, ApplyingTime? applying) =>
        dates.Any(date => date.Third.Length == 2)
            ? new([.. Enum.GetValues<DateOrder>().Where(order => Fits(dates, order, applying))], isShort: true)
            : new([], isShort: false);

    static bool Fits(IReadOnlyList<(string First, string Second, string Third)> dates, DateOrder order, ApplyingTime? applying)
    {
        var days = new List<DateTime>(dates.Count);
        foreach (var (first, second, third) in dates)
        {
            if (Day(order.Of(first, second, third)) is not { } day) return false;
            days.Add(day);
        }

        return applying is null ? days.Max() - days.Min() <= TimeSpan.FromDays(LongestSpan)
            : days.TrueForAll(day => day >= applying.From.UtcDateTime.Date && day <= applying.Until.UtcDateTime);
    }

    static DateTime? Day((string Year, string Month, string Day) date)
    {
        var (year, month, day) = (Number(date.Year), Number(date.Month), Number(date.Day));
        if (date.Year.Length == 2) year += 2000;
        return date.Year.Length is 2 or 4 && year is > 0 and < 9999 && date.Month.Length <= 2 && date.Day.Length <= 2
            && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;
    }

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
