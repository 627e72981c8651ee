namespace Simulation.Time;

/// <summary>
/// A clock that stands still while anybody holds it, and otherwise jumps to the next due moment, or flows towards it at a
/// rate. Due moments are those of timers made through <see cref="TimeProvider.CreateTimer"/> (so also
/// <c>Task.Delay(delay, clock)</c>) and of <see cref="WaitUntilAsync"/>. Callbacks due at one moment run one after the other,
/// in the order in which they were made. A new clock is paused.
/// </summary>
/// <remarks>
/// What runs while time is held must not wait for this clock: it would wait for itself. Work that follows a callback takes a
/// hold before it awaits anything outside; continuations that are only queued on the thread pool are given the chance to.
/// A callback that throws stops the clock: everybody who waits for it, now or later, is told.
/// </remarks>
public sealed partial class SimulatedClock(DateTimeOffset start) : TimeProvider, IAsyncDisposable
{
    readonly Lock gate = new();
    readonly DueMoments moments = new();
    readonly Signal changed = new();
    readonly List<IdleWait> idleWaits = [];
    readonly TaskCompletionSource<IDisposable> broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    DateTimeOffset now = start.ToUniversalTime();
    DateTimeOffset limit = DateTimeOffset.MinValue;
    DateTimeOffset limitBeforePause = DateTimeOffset.MinValue;
    TimeSpan? perSecond;
    Task? pump;
    bool disposed;
    int holds;

    /// <summary>
    /// Told of the moment (UTC) that time is about to move to, before anybody can see it. Must not use the clock. For whoever
    /// keeps the position, so that a later start goes on from no earlier moment than anything that was stored.
    /// </summary>
    public Action<DateTimeOffset>? Moving { get; init; }

    /// <summary>How many holds keep time still at this moment.</summary>
    public int Holds => Volatile.Read(ref holds);

    /// <summary>How many timers are armed.</summary>
    public int Due
    {
        get
        {
            lock (gate) return moments.Count;
        }
    }

    /// <summary>When the next timer is due; null when none is armed.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate) return moments.Next;
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Lets time go on, as fast as the work allows or at a rate.</summary>
    /// <param name="perSecond">
    /// Simulated time that passes in a second, less while time is held: with <c>TimeSpan.FromDays(1)</c> a day. Null jumps
    /// from one due moment to the next, and stands still when there is none.
    /// </param>
    public void Start(TimeSpan? perSecond = null)
    {
        if (perSecond <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, "Time passes forwards.");
        lock (gate)
        {
            this.perSecond = perSecond;
            limit = DateTimeOffset.MaxValue;
            EnsurePumping();
        }
    }

    /// <summary>Stops time; what runs goes on at the present moment.</summary>
    public void Pause()
    {
        lock (gate)
        {
            if (limit > DateTimeOffset.MinValue) limitBeforePause = limit;
            limit = DateTimeOffset.MinValue;
            changed.Set();
        }
    }

    /// <summary>Lets time go on as before <see cref="Pause"/>: at the same rate, and as far.</summary>
    public void Resume()
    {
        lock (gate)
        {
            if (limit < limitBeforePause) limit = limitBeforePause;
            EnsurePumping();
        }
    }

    /// <summary>Keeps time still until it is disposed; holds add up.</summary>
    public IDisposable HoldStill()
    {
        Interlocked.Increment(ref holds);
        return new Hold(this);
    }

    /// <summary>Completes at that moment (at once if it is past) with time held; dispose the result to let time go on.</summary>
    public async Task<IDisposable> WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellation = default)
    {
        var arrived = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (moment <= now) return HoldStill();
        }

        await using var timer = CreateTimer(_ => HoldAndComplete(arrived), null, moment - GetUtcNow(), Timeout.InfiniteTimeSpan);
        await using var registration = cancellation.Register(() => arrived.TrySetCanceled(cancellation));
        return await await Task.WhenAny(arrived.Task, broken.Task);
    }

    /// <summary>
    /// Lets time go on up to that moment and completes when nothing more is to be done before it: nobody holds time and
    /// nothing is due up to and including it. The clock then stands at that moment, or later if it was started. While the
    /// clock is paused after this call, it waits.
    /// </summary>
    public Task RunUntilIdleAsync(DateTimeOffset until, CancellationToken cancellation = default)
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (limit < until) limit = until;
            EnsurePumping();
            idleWaits.Add(new(until.ToUniversalTime(), idle));
        }

        return idle.Task.WaitAsync(cancellation);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends the clock: no further timer fires. Throws what a callback threw, if one did.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (gate)
        {
            disposed = true;
            running = pump;
            changed.Set();
        }

        if (running is not null) await running;
    }

    void HoldAndComplete(TaskCompletionSource<IDisposable> arrived)
    {
        var hold = HoldStill();
        if (!arrived.TrySetResult(hold)) hold.Dispose();
    }

    void Release()
    {
        if (Interlocked.Decrement(ref holds) == 0) changed.Set();
    }

    sealed class Hold(SimulatedClock clock) : IDisposable
    {
        SimulatedClock? clock = clock;

        public void Dispose() => Interlocked.Exchange(ref clock, null)?.Release();
    }

    readonly record struct IdleWait(DateTimeOffset Until, TaskCompletionSource Idle);
}
