namespace Ilnp.Local.Pilot.Crowd;

/// <summary>How long people take. Pure; to the millisecond, so that hardly two of them act at one moment.</summary>
static class ReplyTime
{
    /// <summary>Half answer within a day, a third within the first half of the time there is, the rest near its end.</summary>
    /// <param name="draw">Chance.</param>
    /// <param name="who">The person.</param>
    /// <param name="what">The question.</param>
    /// <param name="time">There is to answer; the last tenth is left free.</param>
    public static TimeSpan Within(Draw draw, string who, string what, TimeSpan time)
    {
        var at = draw.Share(who, $"{what} moment");
        var (from, to) = draw.Share(who, $"{what} haste") switch
        {
            < 0.5 => (TimeSpan.FromMinutes(20), Shorter(TimeSpan.FromDays(1), time * 0.4)),
            < 0.8 => (time * 0.1, time * 0.5),
            _ => (time * 0.5, time * 0.9),
        };
        return Milliseconds(from + (to - from) * at);
    }

    /// <summary>Somebody of the committee decides within two to thirty hours.</summary>
    public static TimeSpan OfCommittee(Draw draw, string who, string what) =>
        Milliseconds(TimeSpan.FromHours(2 + 28 * draw.Share(who, $"{what} moment")));

    static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    static TimeSpan Milliseconds(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Floor(time.TotalMilliseconds));
}
