using System.Globalization;
using System.Reflection;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Declarations;

/// <summary>How often and after what time a failed function is run again.</summary>
/// <param name="Most">-1: without end; 0: never.</param>
sealed record FunctionRetry(int Most, TimeSpan Shortest, TimeSpan Longest)
{
    public static readonly FunctionRetry None = new(0, default, default);

    /// <param name="retry">Retries before this one.</param>
    public TimeSpan Delay(int retry) => Shortest.Ticks * Math.Pow(2, retry) < Longest.Ticks ? Shortest * Math.Pow(2, retry) : Longest;

    public bool Allows(int retry) => Most < 0 || retry < Most;

    public static FunctionRetry Of(MethodInfo method, FunctionTrigger trigger, string function, StartErrors errors)
    {
        if (method.GetCustomAttribute<RetryAttribute>() is not { } attribute) return None;
        if (trigger is not TimerTrigger) errors.Add($"Function {function}: its trigger takes no retries; only timer functions have them.");
        if (attribute.MaxRetryCount is 0 or < -1) errors.Add($"Function {function}: its retries are {attribute.MaxRetryCount}; give a number above zero, or -1 for no end.");
        var (shortest, longest) = attribute switch
        {
            FixedDelayRetryAttribute fixedDelay => (fixedDelay.DelayInterval, fixedDelay.DelayInterval),
            ExponentialBackoffRetryAttribute backoff => (backoff.MinimumInterval, backoff.MaximumInterval),
            _ => ("", ""),
        };
        return new(attribute.MaxRetryCount, Interval(shortest, function, errors), Interval(longest, function, errors));
    }

    static TimeSpan Interval(string text, string function, StartErrors errors)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval >= TimeSpan.Zero) return interval;
        errors.Add($"Function {function}: the time between its retries is \"{text}\"; write it as 00:00:10.");
        return TimeSpan.Zero;
    }
}
