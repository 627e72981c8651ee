namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which attempt an invocation is.</summary>
public abstract class RetryContext
{
    protected RetryContext()
    {
    }

    public abstract int MaxRetryCount { get; }

    public abstract int RetryCount { get; }
}
