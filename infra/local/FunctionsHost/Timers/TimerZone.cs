using FunctionsHost.Settings;
using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Timers;

/// <summary>The time zone of schedules: UTC, unless the real host's setting names another.</summary>
static class TimerZone
{
    public const string Setting = "WEBSITE_TIME_ZONE";

    /// <summary>By its IANA name (<c>Europe/Berlin</c>) or its Windows name (<c>W. Europe Standard Time</c>).</summary>
    public static TimeZoneInfo Of(IConfiguration configuration, StartErrors errors)
    {
        if (configuration[Setting] is not { Length: > 0 } name) return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        errors.Add(
            $"The setting {Setting} is \"{name}\", which is no time zone; it takes a name such as Europe/Berlin "
                + "or W. Europe Standard Time.");
        return TimeZoneInfo.Utc;
    }
}
