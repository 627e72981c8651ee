using FunctionsHost.Protocol;

namespace FunctionsHost.Functions;

/// <summary>How often a function is tried again after a failure, and when.</summary>
/// <param name="Most">Retries after the first try; -1 for as many as it takes.</param>
/// <param name="First">Wait before the first retry.</param>
/// <param name="Longest">The wait doubles up to this; the same as <paramref name="First"/> for a fixed delay.</param>
sealed record FunctionRetry(int Most, TimeSpan First, TimeSpan Longest)
{
    public static FunctionRetry? Of(RpcRetryOptions? options) => options switch
    {
        null => null,
        { RetryStrategy: RpcRetryOptions.Types.RetryStrategy.FixedDelay } =>
            new(options.MaxRetryCount, options.DelayInterval.ToTimeSpan(), options.DelayInterval.ToTimeSpan()),
        _ => new(options.MaxRetryCount, options.MinimumInterval.ToTimeSpan(), options.MaximumInterval.ToTimeSpan()),
    };

    public bool Allows(int retriesMade) => Most < 0 || retriesMade < Most;

    /// <summary>Wait before the next retry, after so many.</summary>
    public TimeSpan Delay(int retriesMade) =>
        TimeSpan.FromTicks((long)Math.Min(Longest.Ticks, First.Ticks * Math.Pow(2, Math.Min(retriesMade, 62))));
}
