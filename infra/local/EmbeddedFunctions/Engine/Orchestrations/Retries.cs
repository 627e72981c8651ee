using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>Repeats failed calls as the policy or the handler says. Part of the replayed code: all waiting is done by durable timers.</summary>
static class Retries
{
    /// <exception cref="TaskFailedException">The last attempt failed.</exception>
    public static async Task<string?> RunAsync(
        TaskOrchestrationContext context, TaskRetryOptions? options, Func<Task<string?>> attempt, Action<int> repeating)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (CallFailedException failed)
            {
                if (failed.Final || !await MayRepeatAsync(context, options, failed, attempts, firstAttempt)) throw failed.ForTheOrchestrator();
            }

            repeating(attempts);
        }
    }

    static async Task<bool> MayRepeatAsync(
        TaskOrchestrationContext context, TaskRetryOptions? options, CallFailedException failed, int attempts, DateTime firstAttempt)
    {
        var soFar = context.CurrentUtcDateTime - firstAttempt;
        if (options?.Handler is { } handler) return await handler(new(context, attempts, failed.Failure, soFar, CancellationToken.None));
        if (options?.Policy is not { } policy || PauseAfter(policy, attempts, soFar) is not { } pause || !Handles(context, policy, failed)) return false;

        await context.CreateTimer(pause, CancellationToken.None);
        return true;
    }

    /// <summary>As on the real engine, a filter that itself fails ends the retries; the call's failure is what the orchestrator sees.</summary>
    static bool Handles(TaskOrchestrationContext context, RetryPolicy policy, CallFailedException failed)
    {
        try
        {
            return policy.Handle(failed.ForTheOrchestrator());
        }
        catch (Exception e)
        {
            context.CreateReplaySafeLogger("EmbeddedFunctions.Engine").LogError(e, "HandleFailure of a retry policy failed in {InstanceId}", context.InstanceId);
            return false;
        }
    }

    /// <summary>Null when the attempts or the time are used up.</summary>
    internal static TimeSpan? PauseAfter(RetryPolicy policy, int attempts, TimeSpan soFar)
    {
        if (attempts >= policy.MaxNumberOfAttempts) return null;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && soFar >= policy.RetryTimeout) return null;
        var pause = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return pause < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(pause) : longest;
    }
}
