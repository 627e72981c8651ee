using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Which attempt of how many an invocation is.</summary>
sealed class Attempt(int retry, int most) : RetryContext
{
    public static readonly Attempt Only = new(0, 0);

    public override int MaxRetryCount => most;

    public override int RetryCount => retry;
}
