using System.Text.Json.Nodes;
using DurableTask.Core;
using DurableTask.Core.History;

namespace FunctionsHost.Durable.Management;

/// <summary>
/// Tells a history as the real extension shows it: without the events of the engine's own steps, and with the scheduling of
/// a call as part of the event that answers it, alone only while there is none.
/// </summary>
sealed class HistoryStory(bool showInput, bool showOutput)
{
    readonly Dictionary<int, (string? Name, string? Input, DateTime At, JsonObject Shown)> open = [];
    readonly JsonArray events = [];

    public JsonArray Tell(IEnumerable<HistoryEvent> history)
    {
        foreach (var happened in history) Tell(happened);
        return events;
    }

    void Tell(HistoryEvent happened)
    {
        switch (happened)
        {
            case ExecutionStartedEvent start: Add("ExecutionStarted", start, ("FunctionName", start.Name), Input(start.Input)); break;
            case TaskScheduledEvent call:
                Open(call, call.Name, call.Input, Add("TaskScheduled", call, ("Name", call.Name), Input(call.Input)));
                break;
            case SubOrchestrationInstanceCreatedEvent child:
                Open(child, child.Name, child.Input, Add(
                    "SubOrchestrationInstanceCreated", child, ("Name", child.Name), ("InstanceId", child.InstanceId), Input(child.Input)));
                break;
            case TaskCompletedEvent done: Answer("TaskCompleted", done, done.TaskScheduledId, Result(done.Result)); break;
            case TaskFailedEvent failed:
                Answer("TaskFailed", failed, failed.TaskScheduledId, Failure(failed.FailureDetails, failed.Reason));
                break;
            case SubOrchestrationInstanceCompletedEvent done:
                Answer("SubOrchestrationInstanceCompleted", done, done.TaskScheduledId, Result(done.Result));
                break;
            case SubOrchestrationInstanceFailedEvent failed:
                Answer("SubOrchestrationInstanceFailed", failed, failed.TaskScheduledId, Failure(failed.FailureDetails, failed.Reason));
                break;
            case TimerCreatedEvent timer: Add("TimerCreated", timer, ("FireAt", timer.FireAt)); break;
            case TimerFiredEvent fired: Add("TimerFired", fired, ("FireAt", fired.FireAt)); break;
            case EventRaisedEvent raised: Add("EventRaised", raised, ("Name", raised.Name), Input(raised.Input)); break;
            case EventSentEvent sent:
                Add("EventSent", sent, ("InstanceId", sent.InstanceId), ("Name", sent.Name), Input(sent.Input));
                break;
            case ExecutionSuspendedEvent pause: Add("ExecutionSuspended", pause, ("Reason", pause.Reason)); break;
            case ExecutionResumedEvent resume: Add("ExecutionResumed", resume, ("Reason", resume.Reason)); break;
            case ExecutionTerminatedEvent end: Add("ExecutionTerminated", end, Input(end.Input)); break;
            case ExecutionCompletedEvent end:
                var status = end.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew
                    ? "ContinuedAsNew"
                    : end.OrchestrationStatus.ToString();
                Add("ExecutionCompleted", end, ("OrchestrationStatus", status), Result(end.Result));
                break;
        }
    }

    void Open(HistoryEvent call, string? name, string? input, JsonObject shown) =>
        open[call.EventId] = (name, input, call.Timestamp, shown);

    void Answer(string type, HistoryEvent answer, int id, (string Name, JsonNode? Value)? outcome)
    {
        if (!open.Remove(id, out var call)) return;
        events.Remove(call.Shown);
        Add(type, answer, ("ScheduledTime", call.At), ("FunctionName", call.Name), Input(call.Input), outcome);
    }

    JsonObject Add(string type, HistoryEvent happened, params ReadOnlySpan<(string Name, JsonNode? Value)?> properties)
    {
        var shown = new JsonObject { ["EventType"] = type, ["Timestamp"] = happened.Timestamp };
        foreach (var property in properties)
        {
            if (property is { } given) shown[given.Name] = given.Value;
        }

        events.Add((JsonNode)shown);
        return shown;
    }

    (string Name, JsonNode? Value)? Input(string? serialized) => showInput && serialized is not null ? ("Input", serialized) : null;

    (string Name, JsonNode? Value)? Result(string? serialized) => showOutput ? ("Result", Json(serialized)) : null;

    static (string Name, JsonNode? Value)? Failure(FailureDetails? failure, string? reason) => ("Reason", failure?.ErrorMessage ?? reason);

    /// <summary>A failed execution's result is a text, not JSON.</summary>
    static JsonNode? Json(string? serialized)
    {
        try
        {
            return serialized is null ? null : JsonNode.Parse(serialized);
        }
        catch (System.Text.Json.JsonException)
        {
            return serialized;
        }
    }
}
