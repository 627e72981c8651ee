using Microsoft.DurableTask;

namespace Ilnp.Programme;

/// <summary>What every orchestration of the programme does in the same way.</summary>
public static class OrchestrationSteps
{
    /// <summary>
    /// Only <see cref="TransientFailure"/> is tried again: ten times, from five seconds to an hour apart. Anything else
    /// fails the orchestration at once, so that somebody looks at it.
    /// </summary>
    static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(5), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromHours(1))
        {
            HandleFailure = TransientFailure.IsCauseOf,
        });

    /// <summary>Runs an activity, with retries of what may pass by itself.</summary>
    public static Task Do(this TaskOrchestrationContext context, string activity, object input) =>
        context.CallActivityAsync(activity, input, Retried);

    /// <inheritdoc cref="Do(TaskOrchestrationContext, string, object)"/>
    public static Task<TResult> Do<TResult>(this TaskOrchestrationContext context, string activity, object input) =>
        context.CallActivityAsync<TResult>(activity, input, Retried);

    /// <summary>Runs an activity once for each, all at the same time.</summary>
    public static Task ForEach<T>(this TaskOrchestrationContext context, IEnumerable<T> items, string activity, Func<T, object> input) =>
        Task.WhenAll(items.Select(item => context.Do(activity, input(item))));

    /// <summary>Waits for a moment, UTC; not at all when it has passed.</summary>
    public static Task WaitUntil(this TaskOrchestrationContext context, DateTime moment) =>
        moment <= context.CurrentUtcDateTime ? Task.CompletedTask : context.CreateTimer(moment, CancellationToken.None);

    /// <summary>The events of one name.</summary>
    public static EventInbox<T> Inbox<T>(this TaskOrchestrationContext context, string eventName) where T : class => new(context, eventName);
}
