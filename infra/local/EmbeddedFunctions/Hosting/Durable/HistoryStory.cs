using System.Text.Json.Nodes;
using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>
/// Tells steps as the events that the real extension shows. The scheduling of a call is part of the event that answers it,
/// and stands alone only while there is none.
/// </summary>
sealed class HistoryStory(bool showInput, bool showOutput)
{
    readonly Dictionary<int, (Decision Call, DateTime At, JsonObject? Shown)> open = [];

    public JsonArray Events { get; } = [];

    public void Begin(string name, DateTime at, string? input) => Add("ExecutionStarted", at, ("FunctionName", name), Input(input));

    public void Tell(HistoryStep step)
    {
        foreach (var received in step.Received) Tell(received, step.Time);
        foreach (var decided in step.Decided) Tell(decided, step.Time);
    }

    public void End(OrchestrationRuntimeStatus status, DateTime at, string? output) =>
        Add("ExecutionCompleted", at, ("OrchestrationStatus", status.ToString()), Result(output));

    void Tell(HistoryEvent received, DateTime at)
    {
        switch (received)
        {
            case ActivityCompleted done: Answer("TaskCompleted", done, at, Result(done.Result)); break;
            case ActivityFailed failed: Answer("TaskFailed", failed, at, Failure(failed.Failure)); break;
            case ChildCompleted done: Answer("SubOrchestrationInstanceCompleted", done, at, Result(done.Result)); break;
            case ChildFailed failed: Answer("SubOrchestrationInstanceFailed", failed, at, Failure(failed.Failure)); break;
            case TimerFired fired: Add("TimerFired", at, ("FireAt", open.TryGetValue(fired.Id, out var timer) ? ((TimerScheduled)timer.Call).DueAt : at)); break;
            case EventRaised raised: Add("EventRaised", at, ("Name", raised.Name), Input(raised.Payload)); break;
            case Suspended suspended: Add("ExecutionSuspended", at, ("Reason", suspended.Reason)); break;
            case Resumed resumed: Add("ExecutionResumed", at, ("Reason", resumed.Reason)); break;
            case Terminated terminated: Add("ExecutionTerminated", at, Input(terminated.Output)); break;
        }
    }

    void Tell(Decision decided, DateTime at)
    {
        var shown = decided switch
        {
            ActivityScheduled activity => Add("TaskScheduled", at, ("Name", activity.Name), Input(activity.Input)),
            ChildScheduled child => Add("SubOrchestrationInstanceCreated", at, ("Name", child.Name), ("InstanceId", child.InstanceId), Input(child.Input)),
            TimerScheduled timer => Add("TimerCreated", at, ("FireAt", timer.DueAt)),
            EventSent sent => Add("EventSent", at, ("InstanceId", sent.InstanceId), ("Name", sent.Name), Input(sent.Payload)),
            _ => null,
        };
        open[decided.Id] = (decided, at, shown);
    }

    void Answer(string type, Answer answer, DateTime at, (string Name, JsonNode? Value)? outcome)
    {
        if (!open.Remove(answer.Id, out var scheduled)) return;
        if (scheduled.Shown is { } shown) Events.Remove(shown);
        var (name, input) = scheduled.Call switch
        {
            ActivityScheduled activity => (activity.Name, activity.Input),
            ChildScheduled child => (child.Name, child.Input),
            _ => ("", null),
        };
        Add(type, at, ("ScheduledTime", scheduled.At), ("FunctionName", name), Input(input), outcome);
    }

    JsonObject Add(string type, DateTime at, params ReadOnlySpan<(string Name, JsonNode? Value)?> properties)
    {
        var shown = new JsonObject { ["EventType"] = type, ["Timestamp"] = at };
        foreach (var property in properties)
        {
            if (property is { } given) shown[given.Name] = given.Value;
        }

        Events.Add((JsonNode)shown);
        return shown;
    }

    (string Name, JsonNode? Value)? Input(string? serialized) => showInput && serialized is not null ? ("Input", serialized) : null;

    (string Name, JsonNode? Value)? Result(string? serialized) => showOutput ? ("Result", serialized is null ? null : JsonNode.Parse(serialized)) : null;

    static (string Name, JsonNode? Value)? Failure(TaskFailureDetails failure) => ("Reason", failure.ErrorMessage);
}
