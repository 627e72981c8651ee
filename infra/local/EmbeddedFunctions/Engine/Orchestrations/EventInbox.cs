using Microsoft.DurableTask;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>
/// External events and those who wait for them, by name without regard to case. Of several waiters the last is served first;
/// events without a waiter are kept in order. A cancelled waiter keeps its place and takes the event that falls to it, as on
/// the real engine.
/// </summary>
sealed class EventInbox(DataConverter converter)
{
    readonly Dictionary<string, Stack<Waiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    readonly List<(string Name, string? Payload)> kept = [];

    /// <exception cref="ArgumentException">The same event is already awaited as another type.</exception>
    /// <remarks>A kept event that cannot be read as that type throws what the converter throws.</remarks>
    public Task<T> WaitAsync<T>(string name, CancellationToken cancellation)
    {
        var ofThatName = waiters.TryGetValue(name, out var known) ? known : waiters[name] = new();
        if (ofThatName.TryPeek(out var other) && other.EventType != typeof(T))
            throw new ArgumentException($"The event '{name}' is already awaited as {other.EventType.FullName}, not as {typeof(T).FullName}.");

        var waiter = new Waiter<T>();
        ofThatName.Push(waiter);
        if (TryTakeKept(name, out var payload)) Raise(name, payload);
        else cancellation.Register(() => waiter.Source.TrySetCanceled(cancellation));
        return waiter.Source.Task;
    }

    /// <summary>False when the waiter that it fell to had been cancelled, so that the event is lost.</summary>
    /// <remarks>An event that cannot be read as the type awaited throws what the converter throws.</remarks>
    public bool Raise(string name, string? payload)
    {
        if (waiters.TryGetValue(name, out var ofThatName) && ofThatName.TryPop(out var waiter)) return waiter.TryComplete(converter, payload);
        kept.Add((name, payload));
        return true;
    }

    /// <summary>The events that nobody has awaited, which are kept no longer.</summary>
    public IReadOnlyList<(string Name, string? Payload)> TakeKept()
    {
        var all = kept.ToArray();
        kept.Clear();
        return all;
    }

    bool TryTakeKept(string name, out string? payload)
    {
        var index = kept.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        payload = index < 0 ? null : kept[index].Payload;
        if (index >= 0) kept.RemoveAt(index);
        return index >= 0;
    }

    abstract class Waiter
    {
        public abstract Type EventType { get; }

        public abstract bool TryComplete(DataConverter converter, string? payload);
    }

    sealed class Waiter<T> : Waiter
    {
        public TaskCompletionSource<T> Source { get; } = new();

        public override Type EventType => typeof(T);

        public override bool TryComplete(DataConverter converter, string? payload) => Source.TrySetResult(converter.Deserialize<T>(payload)!);
    }
}
