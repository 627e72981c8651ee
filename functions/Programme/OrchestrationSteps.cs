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
            HandleFailure = failure => failure.IsCausedBy<TransientFailure>(),
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

    /// <summary>The event's payload, or null when the moment (UTC) comes first. The one that loses is cancelled.</summary>
    public static async Task<T?> EventUntil<T>(this TaskOrchestrationContext context, string eventName, DateTime moment) where T : class
    {
        if (moment <= context.CurrentUtcDateTime) return null;
        using var decided = new CancellationTokenSource();
        var happened = context.WaitForExternalEvent<T>(eventName, decided.Token);
        var timer = context.CreateTimer(moment, decided.Token);
        var first = await Task.WhenAny(happened, timer);
        decided.Cancel();
        return first == happened ? await happened : null;
    }

    /// <summary>Waits for an event, however long it takes, and reminds at equal intervals meanwhile.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="eventName">The event awaited.</param>
    /// <param name="every">Between two reminders.</param>
    /// <param name="remind">Called with 1, 2, ...</param>
    public static async Task<T> EventWithReminders<T>(
        this TaskOrchestrationContext context, string eventName, TimeSpan every, Func<int, Task> remind) where T : class
    {
        for (var reminder = 1; ; reminder++)
        {
            if (await context.EventUntil<T>(eventName, context.CurrentUtcDateTime + every) is { } happened) return happened;
            await remind(reminder);
        }
    }
}
