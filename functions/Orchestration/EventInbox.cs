using Microsoft.DurableTask;

namespace Ilnp.Orchestration;

/// <summary>
/// Events of some names, taken one after the other. Its one waiter for each name outlives time-outs: a waiter that is
/// cancelled and left behind would swallow the next event, and with it somebody's decision.
/// </summary>
/// <param name="context">Of the orchestration.</param>
/// <param name="eventNames">Of two events that came in one step, the one of the name that stands first is taken first.</param>
public sealed class EventInbox<T>(TaskOrchestrationContext context, params string[] eventNames) where T : class
{
    readonly Task<T>?[] waiters = new Task<T>?[eventNames.Length];
    readonly List<T> aside = [];

    /// <summary>
    /// Events that came and were not taken, or were put aside. Whoever continues as new hands them on: the engine keeps only
    /// events that nobody waited for.
    /// </summary>
    public IReadOnlyList<T> Unread =>
        [.. aside, .. waiters.Where(waiter => waiter is { IsCompletedSuccessfully: true }).Select(waiter => waiter!.Result)];

    /// <summary>The next event, at once when there is one, or null when the moment (UTC) comes first.</summary>
    public Task<T?> NextUntil(DateTime moment) => NextUntil(moment, []);

    /// <summary>As <see cref="NextUntil(DateTime)"/>, and null also as soon as the other inbox has something.</summary>
    public Task<T?> NextUntil<TOther>(DateTime moment, EventInbox<TOther> other) where TOther : class => NextUntil(moment, other.Wait());

    async Task<T?> NextUntil(DateTime moment, IReadOnlyList<Task> besides)
    {
        Task[] all = [.. Wait(), .. besides];
        if (!all.Any(waiter => waiter.IsCompleted) && moment > context.CurrentUtcDateTime)
        {
            using var over = new CancellationTokenSource();
            await Task.WhenAny([.. all, context.CreateTimer(moment, over.Token)]);
            over.Cancel();
        }

        var came = Array.FindIndex(waiters, waiter => waiter is { IsCompleted: true });
        if (came < 0) return null;
        var happened = await waiters[came]!;
        waiters[came] = null;
        return happened;
    }

    IReadOnlyList<Task> Wait()
    {
        for (var name = 0; name < waiters.Length; name++) waiters[name] ??= context.WaitForExternalEvent<T>(eventNames[name]);
        return [.. waiters.Select(waiter => waiter!)];
    }

    /// <summary>The next event that is meant, or null when the moment (UTC) comes first; others stay <see cref="Unread"/>.</summary>
    public async Task<T?> NextUntil(DateTime moment, Func<T, bool> isMeant)
    {
        while (await NextUntil(moment) is { } happened)
        {
            if (isMeant(happened)) return happened;
            aside.Add(happened);
        }

        return null;
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
