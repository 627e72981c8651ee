using Ilnp.Texts;

namespace Ilnp.Introductions;

/// <summary>
/// Times for a first talk: whole hours at which nobody has to get up early or stay up late, wherever each of them lives. Pure; daylight
/// saving is that of the day proposed.
/// </summary>
public static class MeetingTimes
{
    /// <summary>Local hours between which a talk lies as a whole.</summary>
    public const int Earliest = 8, Latest = 21;

    /// <summary>Length of a talk.</summary>
    public static readonly TimeSpan Talk = TimeSpan.FromHours(1);

    /// <summary>
    /// Days after the introduction from which on each is looked for: time to answer, and not all on the same day of the week.
    /// </summary>
    static readonly int[] Days = [3, 6, 9];

    /// <summary>How far apart two proposals should be by the clock, hours, so that they are a choice.</summary>
    const int Apart = 3;

    /// <summary>Up to three, the first one first; none when a zone is not known, or no hour is day for all.</summary>
    /// <param name="zones">IANA names, one for each person; null where somebody's is not known.</param>
    /// <param name="from">When they are introduced.</param>
    /// <returns>UTC.</returns>
    public static IReadOnlyList<DateTimeOffset> Propose(IReadOnlyList<string?> zones, DateTimeOffset from)
    {
        if (!zones.All(zone => zone is not null && Zones.Knows(zone))) return [];
        var chosen = new List<DateTimeOffset>();
        foreach (var day in Days)
        {
            var hours = Enumerable.Range(0, 24)
                .Select(hour => new DateTimeOffset(from.UtcDateTime.Date.AddDays(day).AddHours(hour), TimeSpan.Zero));
            var good = hours.Select(at => (At: at, Ease: zones.Min(zone => Ease(at, zone!)))).Where(slot => slot.Ease >= 0).ToList();
            var other = good.Where(slot => chosen.TrueForAll(before => Math.Abs(before.Hour - slot.At.Hour) >= Apart)).ToList();
            if ((other.Count > 0 ? other : good) is { Count: > 0 } slots) chosen.Add(slots.MaxBy(slot => slot.Ease).At);
        }

        return chosen;
    }

    /// <summary>Minutes between the talk and the nearer end of somebody's day; negative at night.</summary>
    static double Ease(DateTimeOffset at, string zone)
    {
        var (begins, ends) = (Zones.Local(at, zone), Zones.Local(at + Talk, zone));
        return Math.Min((begins - begins.Date.AddHours(Earliest)).TotalMinutes, (begins.Date.AddHours(Latest) - ends).TotalMinutes);
    }
}
