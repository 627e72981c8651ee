using Ilnp.Orchestration.Retries;
using Microsoft.DurableTask;

namespace Ilnp.Orchestration;

/// <summary>What every orchestration of the programme does in the same way.</summary>
public static class OrchestrationSteps
{
    /// <summary>
    /// Runs an activity, again and again while it answers that what it met may pass by itself. Only that is tried again;
    /// anything else, and the end of all tries, fails the orchestration, so that somebody looks at it. When it is let go on,
    /// tries begin anew.
    /// </summary>
    public static Task Do(this TaskOrchestrationContext context, string activity, object input) => context.Do<object?>(activity, input);

    /// <inheritdoc cref="Do(TaskOrchestrationContext, string, object)"/>
    public static async Task<TResult> Do<TResult>(this TaskOrchestrationContext context, string activity, object input)
    {
        for (var tries = 1; ; tries++)
        {
            var attempt = await context.CallActivityAsync<Attempt<TResult>?>(activity, input);
            if (attempt?.Later is null) return attempt is null ? default! : attempt.Result!;
            if (RetryRules.WaitAfter(tries) is { } wait) await context.CreateTimer(wait, CancellationToken.None);
            else await context.CallActivityAsync(nameof(GivingUp.GiveUp), new RoundEnded(activity, context.CurrentUtcDateTime));
        }
    }

    /// <summary>Runs an activity once for each, all at the same time.</summary>
    public static Task ForEach<T>(this TaskOrchestrationContext context, IEnumerable<T> items, string activity, Func<T, object> input) =>
        Task.WhenAll(items.Select(item => context.Do(activity, input(item))));

    /// <summary>Waits for a moment, UTC; not at all when it has passed.</summary>
    public static Task WaitUntil(this TaskOrchestrationContext context, DateTime moment) =>
        moment <= context.CurrentUtcDateTime ? Task.CompletedTask : context.CreateTimer(moment, CancellationToken.None);

    /// <summary>The events of these names.</summary>
    public static EventInbox<T> Inbox<T>(this TaskOrchestrationContext context, params string[] eventNames) where T : class =>
        new(context, eventNames);
}
