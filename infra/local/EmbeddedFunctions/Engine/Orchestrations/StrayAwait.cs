namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>An orchestrator awaited something that its context did not give it.</summary>
static class StrayAwait
{
    public static string Message(OrchestrationStart start)
        => $"Orchestrator '{start.Name}', instance '{start.InstanceId}', awaited a task that does not come from its TaskOrchestrationContext "
            + "(Task.Run, Task.Delay, ConfigureAwait(false), I/O). That cannot be replayed: put it into an activity.";
}
