using NodaTime;

namespace Ilnp.Matching.Scoring;

/// <summary>
/// Minutes of the day in which people of two time zones are both awake (8:00 to 22:00 local), on average over the
/// cohort's days, daylight saving included.
/// </summary>
static class WakingHours
{
    /// <summary>Waking minutes of a day: the most two people can share.</summary>
    public const int Full = 14 * 60;

    const int Day = 24 * 60;

    /// <summary>The average for every two zones, row by row. An unknown zone shares nothing.</summary>
    public static int[,] Shared(IReadOnlyList<string> zones, DateOnly first, DateOnly last)
    {
        var offsets = zones.Select(zone => Offsets(zone, first, last)).ToList();
        var shared = new int[zones.Count, zones.Count];
        for (var a = 0; a < zones.Count; a++)
            for (var b = 0; b < zones.Count; b++)
                shared[a, b] = Average(offsets[a], offsets[b]);
        return shared;
    }

    /// <summary>Offsets from UTC in minutes, one per week of the cohort.</summary>
    static int[]? Offsets(string name, DateOnly first, DateOnly last)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not { } zone) return null;
        var found = new List<int>();
        for (var day = first; day <= last; day = day.AddDays(7))
            found.Add(zone.GetUtcOffset(Instant.FromUtc(day.Year, day.Month, day.Day, 12, 0)).Seconds / 60);
        return [.. found];
    }

    static int Average(int[]? a, int[]? b)
    {
        if (a is null || b is null || a.Length == 0) return 0;
        var sum = 0;
        for (var k = 0; k < a.Length; k++) sum += Shared(a[k], b[k]);
        return sum / a.Length;
    }

    static int Shared(int offset, int other)
    {
        var apart = Math.Abs(offset - other) % Day;
        return Math.Max(0, Full - apart) + Math.Max(0, Full - (Day - apart));
    }
}
