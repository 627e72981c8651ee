using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>What follows from a step once it is durable: activities, children, timers, messages, the parent's answer.</summary>
sealed class Effects(Dispatcher dispatcher)
{
    readonly Children children = new(dispatcher);

    public async Task LetOutAsync(Instance instance, StepOutcome outcome, StepCommit commit)
    {
        var before = instance.Record;
        instance.Committed(commit.Record);
        if (outcome.Ending is null) await GoOnAsync(instance, outcome.Decided, commit);
        if (commit.OutgoingKey is not null) await dispatcher.Outbox.DeliverAsync(before.Key, commit.OutgoingKey, commit.Outgoing);
        if (outcome.Ending is ContinuedAsNew) BeginAnew(instance, before);
        if (outcome.Ending is Finished finished) End(instance, finished);
    }

    /// <summary>Starts again what was under way when the engine last stopped.</summary>
    public void Resume(Instance instance, OrchestrationRun run)
    {
        instance.IsRecovered = false;
        if (run.Steps > 0) instance.Committed(NextRecord.Replayed(instance.Record, run));
        foreach (var call in run.OpenCalls)
        {
            if (call is ActivityScheduled activity) dispatcher.Activities.Start(instance, instance.Record.ExecutionId, activity);
            if (call is ChildScheduled child) _ = children.StartInBackground(instance.Record, child, mayExist: true);
        }
    }

    async Task GoOnAsync(Instance instance, IReadOnlyList<Decision> decided, StepCommit commit)
    {
        var record = commit.Record;
        dispatcher.WakeAt(instance, record.WakeAt);
        dispatcher.Runs.Used(instance);
        foreach (var activity in decided.OfType<ActivityScheduled>()) dispatcher.Activities.Start(instance, record.ExecutionId, activity);
        var started = decided.OfType<ChildScheduled>().Select(child => children.StartInBackground(record, child, mayExist: false)).ToList();
        if (commit.OutgoingKey is not null) await Task.WhenAll(started); // an event may be meant for a child of this very step
    }

    void BeginAnew(Instance instance, InstanceRecord before)
    {
        dispatcher.Wakes.Book(instance, null);
        instance.Post(Message.Wake);
        _ = dispatcher.Leftovers.TrimAsync(before);
    }

    void End(Instance instance, Finished finished)
    {
        dispatcher.Remove(instance);
        dispatcher.Statistics.CountEnd(finished.Status);
        if (instance.Record.Parent is { } parent)
            dispatcher.Post(parent.InstanceId, new(Children.AnswerOf(instance.Record, parent, finished), null, parent.ExecutionId));
    }
}
