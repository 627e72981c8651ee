using DurableTask.Core;
using DurableTask.Core.History;
using Simulation.Time;

namespace Simulation.Orchestrations;

/// <summary>
/// Orchestrations in process memory, on a clock of any kind: no storage, no leases, no recovery. With a
/// <see cref="SimulatedClock"/> time stands still while an orchestration takes a step or an activity runs, and all moments
/// in histories and states are the clock's. Nothing is kept beyond the process.
/// </summary>
/// <remarks>
/// Parts of this class: here the rules of the hub, in <c>.Engine</c> what the dispatchers of DurableTask.Core ask, in
/// <c>.GivenUp</c> what becomes of work that they cannot do, in <c>.Client</c> what clients ask.
/// </remarks>
public sealed partial class SimulatedTaskHub(TimeProvider clock)
{
    static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    /// <summary>No clock that runs by itself takes so long from one reading to the next.</summary>
    static readonly TimeSpan ClockWasSet = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    readonly Dictionary<string, SimulatedInstance> instances = [];
    readonly WorkQueue<SimulatedInstance> steps = new(clock);
    readonly WorkQueue<SimulatedActivity> activities = new(clock);
    readonly Waiters waiters = new();

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// A message for an instance: a start makes one, anything else for nobody is dropped, as is what a former execution was sent.
    /// </summary>
    void Deliver(TaskMessage message)
    {
        message.Event.Timestamp = Now;
        if (message.Event is ExecutionStartedEvent start) Begin(start, message);
        else if (message.OrchestrationInstance.InstanceId is { } id
            && instances.TryGetValue(id, out var instance) && IsFor(message, instance))
            Take(instance, message);
    }

    static bool IsFor(TaskMessage message, SimulatedInstance instance) =>
        message.OrchestrationInstance.ExecutionId is not { Length: > 0 } execution || execution == instance.ExecutionId;

    void Take(SimulatedInstance instance, TaskMessage message)
    {
        if (message.Event is ExecutionRewoundEvent) instance.Rewind();
        if (!IsUnfinished(instance.State)) return;
        instance.Inbox.Add(message);
        Queue(instance);
    }

    void Queue(SimulatedInstance instance)
    {
        if (instance.IsBusy || !instance.HasBegun || instance.Inbox.Count == 0) return;
        instance.IsBusy = true;
        steps.Add(instance);
    }

    /// <summary>
    /// A new execution. One that is asked for while another of the same id runs, comes after that: its parent waits for its answer.
    /// </summary>
    void Begin(ExecutionStartedEvent start, TaskMessage message)
    {
        var id = start.OrchestrationInstance.InstanceId;
        start.ParentTraceContext ??= new(""); // a rewind reads it, whether anybody traces or not
        if (instances.TryGetValue(id, out var former))
        {
            if (IsUnfinished(former.State))
            {
                former.Next.Enqueue(message);
                return;
            }

            former.DropTimers();
        }

        var instance = new SimulatedInstance(Pending(start)) { Next = former?.Next ?? [] };
        instance.Inbox.Add(message);
        instances[id] = instance;
        if (start.ScheduledStartTime is { } moment && moment > Now) At(moment, instance, () => Awake(instance));
        else Awake(instance);
    }

    void End(SimulatedInstance instance)
    {
        instance.DropTimers();
        waiters.Ended(instance.State);
        if (instance.Next.TryDequeue(out var next)) Deliver(next);
    }

    void Awake(SimulatedInstance instance)
    {
        instance.HasBegun = true;
        Queue(instance);
    }

    OrchestrationState Pending(ExecutionStartedEvent start) => new()
    {
        OrchestrationInstance = start.OrchestrationInstance,
        ParentInstance = start.ParentInstance,
        Name = start.Name,
        Version = start.Version,
        Input = start.Input,
        Tags = start.Tags,
        ScheduledStartTime = start.ScheduledStartTime,
        OrchestrationStatus = OrchestrationStatus.Pending,
        CreatedTime = Now,
        LastUpdatedTime = Now,
    };

    /// <summary>
    /// Does something at a moment (UTC), unless the execution ends before. Clocks have timers of
    /// some weeks at most, so it may take several.
    /// </summary>
    void At(DateTime moment, SimulatedInstance instance, Action act)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        instance.Keep(timer);
        Arm();

        // A clock that somebody sets may be set between its reading and the arming, which would then be late by as much: once more.
        void Arm()
        {
            DateTime seen;
            do
            {
                seen = Now;
                timer!.Change(moment > seen ? Shorter(moment - seen, LongestTimer) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
            while (Now - seen > ClockWasSet);
        }

        void Fire()
        {
            lock (gate)
            {
                if (moment > Now)
                {
                    Arm();
                    return;
                }

                instance.Drop(timer!);
                act();
            }
        }
    }

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    static bool IsUnfinished(OrchestrationState state) => state.OrchestrationStatus
        is OrchestrationStatus.Pending or OrchestrationStatus.Running
            or OrchestrationStatus.Suspended or OrchestrationStatus.ContinuedAsNew;
}
