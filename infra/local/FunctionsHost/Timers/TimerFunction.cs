using Azure;
using FunctionsHost.Functions;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace FunctionsHost.Timers;

/// <summary>
/// Runs one timer function: never twice at a time, since the next run is set up only when one has ended. The state is
/// written after the run, so a run cut off by the end of the process, or of the worker, comes again with the next start.
/// </summary>
sealed class TimerFunction(
    FunctionDescription function,
    TimerSchedule schedule,
    TimerStore? store,
    TimerRun run,
    TimeProvider time,
    ILogger logger) : IAsyncDisposable
{
    /// <summary>Clocks take no longer waits; a longer one is made of several.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    /// <summary>
    /// Real waits do not count the time in which the machine sleeps, nor that by which its clock is set: it is looked at again so often.
    /// </summary>
    static readonly TimeSpan LongestUnseen = TimeSpan.FromMinutes(1);

    readonly bool runsAtStart = function.Trigger!.Flag("runOnStartup", otherwise: false);
    readonly bool isMonitored = function.Trigger!.Flag("useMonitor", otherwise: true) && !schedule.IsFrequent;
    readonly CancellationTokenSource stopping = new();
    readonly Lock gate = new();
    TimerState state = new(default, default, default);
    ITimer? timer;
    Task running = Task.CompletedTask;

    public string Name => function.Name;

    /// <summary>The run that is waited for, in UTC.</summary>
    public DateTime Next => state.Next;

    /// <summary>Makes up for a missed run, or makes the run at start if there is one, without waiting for its end.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using var still = time.HoldStill();
        var stored = isMonitored && store is not null ? await store.ReadAsync(Name, cancellation) : null;
        (state, var pastDue) = TimerState.AtStart(stored, schedule, Now);
        if (isMonitored && store is not null && state != stored) await store.WriteAsync(Name, state, cancellation);
        timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (pastDue || runsAtStart) Begin(pastDue);
        else Wait();
    }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    void Wait()
    {
        if (stopping.IsCancellationRequested) return;
        var (wait, longest) = (state.Next - Now, time is SimulatedClock ? LongestWait : LongestUnseen);
        timer!.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A clock that was set back would otherwise be waited for until it has caught up.</summary>
    void Fire()
    {
        if (Now is var now && now < state.LastUpdated) state = state with { Next = schedule.After(now), LastUpdated = now };
        if (state.Next - Now > TimeSpan.FromMilliseconds(50)) Wait();
        else Begin(pastDue: false);
    }

    /// <summary>Takes hold of time before anything is awaited, so that it does not pass meanwhile.</summary>
    void Begin(bool pastDue)
    {
        lock (gate)
        {
            if (!stopping.IsCancellationRequested) running = RunThenWaitAsync(pastDue, time.HoldStill());
        }
    }

    async Task RunThenWaitAsync(bool pastDue, IDisposable still)
    {
        try
        {
            await run.RunAsync(() => Info(pastDue), WaitAsync, stopping.Token);
            state = state.AfterRun(schedule, Now);
            await KeepAsync();
            Wait();
        }
        catch (WorkerLostException e)
        {
            logger.LogError("{Function} was cut off: {Reason} It runs again when the host starts again.", Name, e.Message);
        }
        finally
        {
            still.Dispose();
        }

        // Time must pass between the attempts, and stand still during them.
        async Task WaitAsync(TimeSpan delay)
        {
            var arrived = time.DelayThenHoldAsync(delay, stopping.Token);
            still.Dispose();
            try
            {
                still = await arrived;
            }
            catch (OperationCanceledException)
            {
                // The host stops, and whoever asked for the wait looks at that next.
            }
        }
    }

    /// <summary>
    /// A state that could not be kept is logged; at worst the run comes again after a restart. Tries without an answer come as
    /// one aggregate.
    /// </summary>
    async Task KeepAsync()
    {
        try
        {
            if (isMonitored && store is not null) await store.WriteAsync(Name, state, CancellationToken.None);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            logger.LogError(e, "{Function}: the state of its schedule could not be kept", Name);
        }
    }

    /// <summary>With the property names that the worker reads.</summary>
    object Info(bool pastDue) => new
    {
        IsPastDue = pastDue,
        ScheduleStatus = isMonitored ? new { state.Last, state.Next, state.LastUpdated } : null,
    };

    /// <summary>Sets up no further run, tells the one that is under way, and waits for it; a second time only waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (timer is not null) await timer.DisposeAsync();
        Task last;
        bool first;
        lock (gate)
        {
            first = !stopping.IsCancellationRequested;
            if (first) stopping.Cancel();
            last = running;
        }

        await last;
        if (first) stopping.Dispose();
    }
}
