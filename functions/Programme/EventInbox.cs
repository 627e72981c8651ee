using Microsoft.DurableTask;

namespace Ilnp.Programme;

/// <summary>
/// Events of one name, taken one after the other. Its one waiter outlives time-outs: a waiter that is cancelled and left
/// behind would swallow the next event, and with it somebody's decision.
/// </summary>
public sealed class EventInbox<T>(TaskOrchestrationContext context, string eventName) where T : class
{
    Task<T>? waiter;

    /// <summary>
    /// An event that came and was not taken, or null. Whoever continues as new hands it on: the engine keeps only events
    /// that nobody waited for.
    /// </summary>
    public T? Unread => waiter is { IsCompletedSuccessfully: true } ? waiter.Result : null;

    /// <summary>The next event, at once when there is one, or null when the moment (UTC) comes first.</summary>
    public async Task<T?> NextUntil(DateTime moment)
    {
        waiter ??= context.WaitForExternalEvent<T>(eventName);
        if (!waiter.IsCompleted && moment > context.CurrentUtcDateTime)
        {
            using var over = new CancellationTokenSource();
            await Task.WhenAny(waiter, context.CreateTimer(moment, over.Token));
            over.Cancel();
        }

        if (!waiter.IsCompleted) return null;
        var happened = await waiter;
        waiter = null;
        return happened;
    }

    /// <summary>All events that have come, in their order, without waiting.</summary>
    public async Task<IReadOnlyList<T>> TakeAll()
    {
        var come = new List<T>();
        while (await NextUntil(DateTime.MinValue) is { } happened) come.Add(happened);
        return come;
    }

    /// <summary>Waits however long it takes, and reminds at equal intervals meanwhile.</summary>
    /// <param name="every">Between two reminders.</param>
    /// <param name="remind">Called with 1, 2, ...</param>
    public async Task<T> NextWithReminders(TimeSpan every, Func<int, Task> remind)
    {
        for (var reminder = 1; ; reminder++)
        {
            if (await NextUntil(context.CurrentUtcDateTime + every) is { } happened) return happened;
            await remind(reminder);
        }
    }
}
