using Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>Adds each execution that ends to <c>histories.ndjson</c>, a line each.</summary>
sealed class ExecutionRecorder(string folder)
{
    readonly Lock gate = new();
    readonly string file = Path.Combine(Directory.CreateDirectory(folder).FullName, "histories.ndjson");

    /// <summary>Does nothing for a step that is not the last.</summary>
    public void Record(string orchestrator, OrchestratorRequest whole, OrchestratorResponse response)
    {
        if (!response.Actions.Any(action => action.CompleteOrchestration is not null)) return;
        var line = new RecordedExecution(orchestrator, whole, response.Actions).ToJson();
        lock (gate) File.AppendAllLines(file, [line]);
    }
}
