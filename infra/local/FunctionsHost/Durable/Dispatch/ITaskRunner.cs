using Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>Runs the code of orchestrators and activities, found by their names.</summary>
public interface ITaskRunner
{
    bool HasOrchestrator(string name);

    bool HasActivity(string name);

    /// <summary>Lets an orchestrator decide about what is new, after a replay of what is past.</summary>
    Task<OrchestratorResponse> DecideAsync(string name, OrchestratorRequest request);

    /// <summary>Runs an activity; a failure is a value.</summary>
    /// <param name="name">The activity's.</param>
    /// <param name="instanceId">Of the orchestration that called it.</param>
    /// <param name="input">JSON; null for none.</param>
    Task<ActivityResponse> RunAsync(string name, string instanceId, string? input);
}
