using System.Globalization;
using Ilnp.Programme;

namespace Ilnp.Committee.Dates;

/// <summary>Days as they were typed: pure.</summary>
/// <param name="After">The cohort's days with those that were changed; what follows from others goes with them.</param>
/// <param name="Typed">As typed, by day; without those that were left as they were shown.</param>
/// <param name="Unread">Days whose field holds none.</param>
sealed record DatesReading(CohortDates After, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<string> Unread)
{
    public const string Iso = "yyyy-MM-dd";

    /// <summary>
    /// How the name of the field begins that has the day as it was shown: who left it so does not move it back when somebody else
    /// has moved it.
    /// </summary>
    public const string Was = "was.";

    /// <param name="days">As they are shown.</param>
    /// <param name="dates">As they are.</param>
    /// <param name="posted">Untrusted; a day without a field stays.</param>
    public static DatesReading Of(
        IReadOnlyList<MovableDay> days, CohortDates dates, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var (after, typed, unread) = (dates, new Dictionary<string, string>(), new List<string>());
        foreach (var day in days)
        {
            if (posted.GetValueOrDefault(day.Name) is not [var written, ..]) continue;
            if (posted.GetValueOrDefault(Was + day.Name) is [var shown, ..] && shown == written.Trim()) continue;
            typed[day.Name] = written.Trim();
            if (!DateOnly.TryParseExact(typed[day.Name], Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to))
                unread.Add(day.Name);
            else if (to != day.Day) after = after.Moving(day.Name, to);
        }

        return new(after, typed, unread);
    }
}
