using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>
/// One execution of an orchestrator as a live coroutine: it is told events step by step and decides calls. The same steps
/// always lead to the same decisions, which is what lets a run be thrown away and replayed from its history.
/// </summary>
/// <remarks>Used by one thread at a time. <c>strayContinuation</c> is called when the code awaited something outside the engine's control.</remarks>
sealed class OrchestrationRun
{
    readonly OrchestrationStart start;
    readonly ITaskOrchestrator orchestrator;
    readonly RunSettings settings;
    readonly OrchestratorThread thread;
    readonly RunContext context;
    readonly Dictionary<int, OpenCall> open = [];
    readonly Queue<HistoryEvent> heldWhileSuspended = [];
    readonly List<EventRaised> forTheNextExecution = [];
    readonly List<HistoryStep> recording = [];
    List<Decision> decided = [];
    Task<string?>? body;
    Finished? forcedEnd;
    ContinueAsNewOptions? continuation;
    string? continuationInput;
    int nextId;

    public OrchestrationRun(OrchestrationStart start, ITaskOrchestrator orchestrator, RunSettings settings, Action strayContinuation)
    {
        (this.start, this.orchestrator, this.settings) = (start, orchestrator, settings);
        thread = new(strayContinuation);
        Events = new(settings.Converter);
        context = new(this, start, settings);
    }

    /// <summary>How many steps the run has taken, replayed ones included.</summary>
    public int Steps { get; private set; }

    public DateTime Time { get; private set; }

    public bool IsReplaying { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>As set last; serialized.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>Whether the last step set it.</summary>
    public bool CustomStatusChanged { get; private set; }

    public EventInbox Events { get; }

    /// <summary>The orchestrator says itself of which type its input is, as classes do.</summary>
    public bool HasTypedInput => TypedInput.IsDeclaredBy(orchestrator);

    /// <summary>The calls that have no answer yet, in the order in which they were made.</summary>
    public IEnumerable<Decision> OpenCalls => open.Keys.Where(IsOpen).Order().Select(id => open[id].Decision);

    public bool IsOpen(int id) => open.ContainsKey(id) && !(IsSuspended && heldWhileSuspended.Any(held => held is Answer answer && answer.Id == id));

    /// <summary>Repeats a recorded step.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code now decides otherwise.</exception>
    public StepOutcome Replay(HistoryStep step)
    {
        var outcome = Take(step.Time, step.Received, replaying: true);
        Determinism.Check(start, Steps - 1, step.Decided, outcome.Decided);
        return outcome;
    }

    /// <summary>Takes a new step.</summary>
    public StepOutcome Step(DateTime time, IReadOnlyList<HistoryEvent> received) => Take(time, received, replaying: false);

    StepOutcome Take(DateTime time, IReadOnlyList<HistoryEvent> received, bool replaying)
    {
        (Time, IsReplaying, decided, CustomStatusChanged) = (time, replaying, [], false);
        Steps++;
        if (body is null && !received.Any(happened => happened is Terminated or Broken)) thread.Run(() => body = RunBodyAsync());
        foreach (var happened in received)
        {
            if (forcedEnd is null) Deliver(happened);
        }

        var ending = EndingNow();
        if (settings.Recorder is { } recorder) Record(recorder, new(time, received, decided), ending);
        return new(decided, ending);
    }

    void Record(HistoryRecorder recorder, HistoryStep step, Ending? ending)
    {
        recording.Add(step);
        if (ending is not null && !IsReplaying) recorder.Ended(start, recording);
    }

    async Task<string?> RunBodyAsync()
    {
        context.Input = settings.Converter.Deserialize(start.Input, orchestrator.InputType);
        return settings.Converter.Serialize(await orchestrator.RunAsync(context, context.Input));
    }

    void Deliver(HistoryEvent happened)
    {
        switch (happened)
        {
            case Terminated terminated:
                forcedEnd = new(OrchestrationRuntimeStatus.Terminated, terminated.Output, null);
                break;
            case Broken broken:
                forcedEnd = new(OrchestrationRuntimeStatus.Failed, null, broken.Failure);
                break;
            case Suspended:
                IsSuspended = true;
                break;
            case Resumed:
                IsSuspended = false;
                while (heldWhileSuspended.TryDequeue(out var held)) thread.Run(() => Tell(held));
                break;
            default:
                if (IsSuspended) heldWhileSuspended.Enqueue(happened);
                else thread.Run(() => Tell(happened));
                break;
        }
    }

    void Tell(HistoryEvent happened)
    {
        if (happened is EventRaised raised)
        {
            Raise(raised);
        }
        else if (happened is Answer answer && open.Remove(answer.Id, out var call))
        {
            call.Complete(answer, TaskNameOf(call.Decision));
        }
    }

    /// <summary>
    /// As on the real engine, events that come once the code has asked to continue as new are for the next execution, whether or
    /// not the earlier ones are kept; and an event that cannot be read as the type awaited fails the orchestration.
    /// </summary>
    void Raise(EventRaised raised)
    {
        if (continuation is not null)
        {
            forTheNextExecution.Add(raised);
            return;
        }

        try
        {
            if (!Events.Raise(raised.Name, raised.Payload) && !IsReplaying) settings.EventWasLost(start, raised.Name);
        }
        catch (Exception unreadable)
        {
            forcedEnd = new(OrchestrationRuntimeStatus.Failed, null, settings.FailureOf(unreadable));
        }
    }

    /// <summary>As on the real engine, an orchestration whose code has returned ends only when none of its calls is open.</summary>
    Ending? EndingNow()
    {
        if (forcedEnd is not null) return forcedEnd;
        if (body is not { IsCompleted: true } || open.Count > 0) return null;
        if (body.IsFaulted) return new Finished(OrchestrationRuntimeStatus.Failed, null, settings.FailureOf(body.Exception.InnerException!));
        if (body.IsCanceled) return new Finished(OrchestrationRuntimeStatus.Failed, null, settings.FailureOf(new TaskCanceledException(body)));
        return continuation is null
            ? new Finished(OrchestrationRuntimeStatus.Completed, body.Result, null)
            : new ContinuedAsNew(continuationInput, continuation.NewVersion is { Length: > 0 } version ? version : null, forTheNextExecution);
    }

    /// <summary>Records a call that is answered later; completes with the serialized result.</summary>
    public Task<string?> Call(Func<int, Decision> make, CancellationToken cancellation = default)
    {
        RequireOwnThread();
        var call = new OpenCall(make(nextId++));
        decided.Add(call.Decision);
        open.Add(call.Decision.Id, call);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                if (open.Remove(call.Decision.Id)) call.Cancel(cancellation);
            });
        }

        return call.Task;
    }

    /// <summary>Records a call that has no answer.</summary>
    public void Tell(Func<int, Decision> make)
    {
        RequireOwnThread();
        decided.Add(make(nextId++));
    }

    public void SetCustomStatus(string? status) => (CustomStatus, CustomStatusChanged) = (status, true);

    public void ContinueAsNew(ContinueAsNewOptions options)
    {
        RequireOwnThread();
        continuationInput = settings.Converter.Serialize(options.NewInput);
        continuation = options;
        if (options.PreserveUnprocessedEvents) forTheNextExecution.AddRange(Events.TakeKept().Select(e => new EventRaised(e.Name, e.Payload)));
    }

    /// <exception cref="InvalidOperationException">The code runs where no replay can follow it.</exception>
    public void RequireOwnThread()
    {
        if (!thread.IsCurrent) throw new InvalidOperationException(StrayAwait.Message(start));
    }

    static string TaskNameOf(Decision decision) => decision switch
    {
        ActivityScheduled activity => activity.Name,
        ChildScheduled child => child.Name,
        _ => "timer",
    };
}
