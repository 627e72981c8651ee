namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function again that has failed; for functions whose trigger does not do so by itself (timers).</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public RetryAttribute()
    {
    }

    /// <summary>-1: without end.</summary>
    public int MaxRetryCount { get; set; }
}

/// <summary>Always after the same time, written as <c>00:00:10</c>.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) => (MaxRetryCount, DelayInterval) = (maxRetryCount, delayInterval);

    public string DelayInterval { get; }
}

/// <summary>After the shortest time, then after twice as long, and so on up to the longest.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) =>
        (MaxRetryCount, MinimumInterval, MaximumInterval) = (maxRetryCount, minimumInterval, maximumInterval);

    public string MaximumInterval { get; }

    public string MinimumInterval { get; }
}
