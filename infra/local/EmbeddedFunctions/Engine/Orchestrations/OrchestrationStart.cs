using Microsoft.DurableTask;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>With what one execution of an orchestration begins.</summary>
/// <param name="ExecutionId">New for every start, restart and continue-as-new.</param>
sealed record OrchestrationStart(
    TaskName Name, TaskVersion Version, string InstanceId, string ExecutionId, string? Input, ParentOrchestrationInstance? Parent);
