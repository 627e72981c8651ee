using Simulation.Time;

namespace Ilnp.RealEngine;

/// <summary>
/// Keeps simulated time still while the engine has work: while a request about its queues' messages is under way, and while a
/// message that can be seen has not been deleted. A message that is to be seen later, a durable timer's, is a due moment.
/// </summary>
sealed class QueueWatch : IDisposable
{
    readonly SimulatedClock clock;
    readonly IDisposable listening;
    readonly Lock gate = new();
    readonly PriorityQueue<int, DateTimeOffset> later = new();
    readonly List<ITimer> alarms = [];
    int underWay, visible;
    IDisposable? hold;

    public QueueWatch(SimulatedClock clock)
    {
        this.clock = clock;
        listening = QueueRequests.Listen(Began, Ended);
    }

    /// <summary>Messages so far that were to be seen later: durable timers, and what was put back.</summary>
    public int Waits { get; private set; }

    /// <summary>All messages so far.</summary>
    public int Messages { get; private set; }

    void Began(QueueRequest request) => Change(() => underWay++);

    void Ended(QueueRequest request, bool done) => Change(() =>
    {
        underWay--;
        if (!done) return;
        if (request.Does is not QueueRequest.Kind.Add) visible--;
        if (request.Does is not QueueRequest.Kind.Delete) Expect(request.VisibleAt);
        if (request.Does is QueueRequest.Kind.Add) Messages++;
    });

    void Expect(DateTimeOffset moment)
    {
        later.Enqueue(0, moment);
        if (moment <= DateTimeOffset.UtcNow) return;
        Waits++;
        alarms.Add(clock.CreateTimer(_ => Change(() => { }), null, Positive(moment - clock.GetUtcNow()), Timeout.InfiniteTimeSpan));
    }

    static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    /// <summary>The wall clock counts, which may have run on past a due moment while time was held.</summary>
    void Change(Action change)
    {
        lock (gate)
        {
            change();
            while (later.TryPeek(out _, out var at) && at <= DateTimeOffset.UtcNow)
            {
                later.Dequeue();
                visible++;
            }

            if (underWay + visible > 0) hold ??= clock.HoldStill();
            else Release();
        }
    }

    void Release()
    {
        hold?.Dispose();
        hold = null;
    }

    public void Dispose()
    {
        listening.Dispose();
        lock (gate) Release();
        foreach (var alarm in alarms) alarm.Dispose();
    }
}
