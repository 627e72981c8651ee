using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Mail.Quiet;

/// <summary>
/// When somebody who did not ask for a mail just now should not get one: from nine in the evening to eight in the morning. Pure.
/// </summary>
public static class QuietHours
{
    static readonly TimeOnly Morning = new(8, 0), Evening = new(21, 0);

    /// <summary>Daylight saving moves what comes every other week at the same hour by so much.</summary>
    public static readonly TimeSpan Summer = TimeSpan.FromHours(1);

    /// <summary>The zone somebody told, or else all of their country; none where nobody knows that either.</summary>
    public static IReadOnlyList<string> ZonesOf(Person person) =>
        person.TimeZone is { } zone && Zones.Knows(zone) ? [zone] : Zones.OfCountry(person.Country);

    /// <summary>When it is day again where the person is, UTC; null when it is day there now, or nobody knows where that is.</summary>
    public static DateTime? WakesAt(Person person, DateTimeOffset now) => WakesAt(ZonesOf(person), now);

    /// <summary>
    /// The first moment within a day at which it is day in all of these zones, UTC; null when that is now, and where there is none, so that
    /// nothing waits for it.
    /// </summary>
    /// <param name="zones">Of one person, or of all whom one mail goes to.</param>
    /// <param name="now">From which moment on.</param>
    /// <param name="margin">Of day before and after it.</param>
    public static DateTime? WakesAt(IReadOnlyList<string> zones, DateTimeOffset now, TimeSpan margin = default)
    {
        bool IsDayInAll(DateTimeOffset moment) =>
            zones.All(zone => IsDay(moment - margin, zone) && IsDay(moment, zone) && IsDay(moment + margin, zone));
        if (IsDayInAll(now)) return null;
        return zones.SelectMany(zone => Mornings(zone, now)).Select(morning => new DateTimeOffset(morning) + margin).Distinct()
            .Where(moment => moment > now && moment <= now.AddDays(1)).Order()
            .Where(IsDayInAll).Select(moment => (DateTime?)moment.UtcDateTime).FirstOrDefault();
    }

    /// <summary>Today's and tomorrow's, UTC.</summary>
    static IEnumerable<DateTime> Mornings(string zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(Zones.Local(now, zone));
        return new[] { today, today.AddDays(1) }.Select(day => Zones.ToUtc(day.ToDateTime(Morning), zone));
    }

    static bool IsDay(DateTimeOffset moment, string zone) =>
        TimeOnly.FromDateTime(Zones.Local(moment, zone)) is var clock && clock >= Morning && clock < Evening;
}
