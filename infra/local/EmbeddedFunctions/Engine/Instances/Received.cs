using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>What of its messages an instance is really told in a step.</summary>
static class Received
{
    /// <summary>
    /// First the kept events of the execution before, then the messages in their order, then the timers that are due, the
    /// earliest first. Answers to another execution, and second answers, are left out.
    /// </summary>
    public static IReadOnlyList<HistoryEvent> From(
        OrchestrationRun run, InstanceRecord record, IReadOnlyList<HistoryEvent> kept, IReadOnlyList<Message> messages, DateTime now)
    {
        var received = new List<HistoryEvent>(kept);
        var answered = new HashSet<int>();
        foreach (var message in messages)
        {
            if (message.Event is null || (message.ExecutionId is { } execution && execution != record.ExecutionId)) continue;
            if (message.Event is not Answer answer || (run.IsOpen(answer.Id) && answered.Add(answer.Id))) received.Add(message.Event);
        }

        received.AddRange(run.OpenCalls.OfType<TimerScheduled>()
            .Where(timer => timer.DueAt <= now)
            .OrderBy(timer => timer.DueAt)
            .Select(timer => new TimerFired(timer.Id)));
        return received;
    }
}
