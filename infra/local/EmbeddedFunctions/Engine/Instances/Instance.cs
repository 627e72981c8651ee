using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>
/// An unfinished orchestration in memory: its record, its mailbox, and its run while that is cached. Steps are taken one at
/// a time; a simulated clock stands still from the moment a message comes until all that follows from it is under way.
/// </summary>
sealed class Instance(InstanceRecord record, Func<Instance, IReadOnlyList<Message>, Task> takeStep, Work work)
{
    /// <summary>Each may need a row to be deleted in the step's transaction, which has other rows beside these.</summary>
    const int MostMessagesPerStep = 90;

    readonly Lock gate = new();
    readonly Queue<Message> mailbox = [];
    readonly List<TaskCompletionSource<InstanceRecord>> startWaits = [];
    readonly List<TaskCompletionSource<InstanceRecord>> endWaits = [];
    IDisposable? underWay;
    bool isOpen;
    bool isAbandoned;

    /// <summary>As of the last commit.</summary>
    public InstanceRecord Record { get; private set; } = record;

    public string Id { get; } = record.InstanceId;

    /// <summary>Null when it has to be replayed first. Only the step under way may touch it.</summary>
    public OrchestrationRun? Run { get; set; }

    /// <summary>Read from storage at the start of the engine, so that its record may lag behind its history, and what was under way has to be started again.</summary>
    public bool IsRecovered { get; set; }

    /// <summary>What came before the time of a scheduled start. Only the step under way may touch it.</summary>
    public List<Message> Early { get; } = [];

    /// <summary>Its place in the <see cref="WakeQueue"/>, which alone uses this.</summary>
    public (DateTimeOffset At, long Order)? Wake { get; set; }

    bool IsWorking => underWay is not null;

    /// <summary>Lets steps be taken: the instance is stored, and what came meanwhile is not lost.</summary>
    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
            BeginWork();
        }
    }

    /// <summary>Puts what came early before these messages and all others, so that it is taken in as many steps as it needs.</summary>
    public void PutBackEarly(IReadOnlyList<Message> messages)
    {
        lock (gate)
        {
            var inOrder = Early.Concat(messages).Concat(mailbox).ToList();
            Early.Clear();
            mailbox.Clear();
            foreach (var message in inOrder) mailbox.Enqueue(message);
        }
    }

    public void Post(Message message)
    {
        lock (gate)
        {
            mailbox.Enqueue(message);
            BeginWork();
        }
    }

    /// <summary>After a commit: the record it wrote, for those who wait for it.</summary>
    public void Committed(InstanceRecord record)
    {
        lock (gate)
        {
            Record = record;
            if (record.Status != OrchestrationRuntimeStatus.Pending) Complete(startWaits);
            if (record.IsFinished) Complete(endWaits);
        }
    }

    /// <summary>Completes when the instance is no longer pending or, if so wished, when it is finished.</summary>
    public Task<InstanceRecord> WaitAsync(bool untilFinished, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (Record.IsFinished || (!untilFinished && Record.Status != OrchestrationRuntimeStatus.Pending)) return Task.FromResult(Record);
            var wait = new TaskCompletionSource<InstanceRecord>(TaskCreationOptions.RunContinuationsAsynchronously);
            (untilFinished ? endWaits : startWaits).Add(wait);
            return wait.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Forgets the run unless it is in use; false if so.</summary>
    public bool TryDropRun()
    {
        lock (gate)
        {
            if (!IsWorking) Run = null;
            return !IsWorking;
        }
    }

    /// <summary>No further step; those who wait are told that.</summary>
    public void Abandon(Exception reason)
    {
        lock (gate)
        {
            isAbandoned = true;
            mailbox.Clear();
            foreach (var wait in startWaits.Concat(endWaits)) wait.TrySetException(reason);
        }
    }

    void Complete(List<TaskCompletionSource<InstanceRecord>> waits)
    {
        foreach (var wait in waits) wait.TrySetResult(Record);
        waits.Clear();
    }

    void BeginWork()
    {
        if (!isOpen || IsWorking || mailbox.Count == 0) return;
        underWay = work.Begin();
        ThreadPool.UnsafeQueueUserWorkItem(static instance => _ = instance.WorkAsync(), this, preferLocal: false);
    }

    async Task WorkAsync()
    {
        while (TakeMessages() is { Count: > 0 } messages) await takeStep(this, messages);
    }

    List<Message> TakeMessages()
    {
        lock (gate)
        {
            var taken = new List<Message>();
            while (taken.Count < MostMessagesPerStep && !isAbandoned && mailbox.TryDequeue(out var message)) taken.Add(message);
            if (taken.Count > 0) return taken;
            underWay!.Dispose();
            underWay = null;
            return taken;
        }
    }
}
