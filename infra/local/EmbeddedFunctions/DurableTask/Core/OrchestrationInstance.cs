namespace DurableTask.Core;

/// <summary>One execution of an instance.</summary>
public class OrchestrationInstance
{
    internal OrchestrationInstance(string instanceId, string executionId) => (InstanceId, ExecutionId) = (instanceId, executionId);

    public string InstanceId { get; }

    /// <summary>New for every start, restart and continue-as-new.</summary>
    public string ExecutionId { get; }
}

/// <summary>Who called a sub-orchestration.</summary>
public class ParentInstance
{
    internal ParentInstance(string name, OrchestrationInstance instance, int callId) => (Name, OrchestrationInstance, TaskScheduleId) = (name, instance, callId);

    public string Name { get; }

    public OrchestrationInstance OrchestrationInstance { get; }

    /// <summary>The number of the call within the caller.</summary>
    public int TaskScheduleId { get; }
}

/// <summary>How an orchestration ended.</summary>
public enum OrchestrationStatus
{
    Completed = 1,
    Failed = 3,
    Terminated = 5,
}
