using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Meetings;

/// <summary>When the two sittings of a meeting begin, and which of them suits whom. Pure; daylight saving is that of the day.</summary>
/// <param name="First">UTC.</param>
/// <param name="Second">Later, UTC.</param>
/// <param name="Length">Of each.</param>
public sealed record Sittings(DateTimeOffset First, DateTimeOffset Second, TimeSpan Length)
{
    /// <summary>Local hours between which a sitting is day for somebody, as a whole.</summary>
    public const int Earliest = 8, Latest = 22;

    public static Sittings Of(WholeMeeting meeting) => new(meeting.First, meeting.Second, TimeSpan.FromMinutes(meeting.Minutes));

    /// <summary>The one that lies better in somebody's day; the first where both do.</summary>
    public DateTimeOffset Own(string zone) => Ease(Second, Length, zone) > Ease(First, Length, zone) ? Second : First;

    public DateTimeOffset Other(string zone) => Own(zone) == First ? Second : First;

    /// <summary>Whether one of them is day for somebody.</summary>
    public bool IsByDay(string zone) => Ease(zone) >= 0;

    /// <summary>Of the better one.</summary>
    public double Ease(string zone) => Math.Max(Ease(First, Length, zone), Ease(Second, Length, zone));

    /// <summary>Minutes between a sitting and the nearer end of somebody's day; the more below zero, the deeper in the night.</summary>
    public static double Ease(DateTimeOffset at, TimeSpan length, string zone)
    {
        var (begins, ends) = (Zones.Local(at, zone), Zones.Local(at + length, zone));
        return Math.Min((begins - begins.Date.AddHours(Earliest)).TotalMinutes, (begins.Date.AddHours(Latest) - ends).TotalMinutes);
    }
}
