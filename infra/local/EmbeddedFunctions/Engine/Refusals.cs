using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Storage;
using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>What a caller is told when an instance cannot be steered. The real client passes the status of its remote call on as it is.</summary>
static class Refusals
{
    public static RpcException NotFound(string instanceId) => new(new Status(StatusCode.NotFound, $"No instance with ID '{instanceId}' was found."));

    /// <summary>Where the real client has an exception of its own for an unknown instance.</summary>
    public static ArgumentException NotFoundArgument(string instanceId)
        => new($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId));

    /// <summary>Null when the instance may be told this.</summary>
    public static RpcException? Of(HistoryEvent message, InstanceRecord instance) => message switch
    {
        EventRaised when instance.IsFinished => FailedPrecondition("The orchestration instance with the provided instance id is not running."),
        Terminated when instance.IsFinished => Cannot("terminate", instance),
        Suspended when instance.IsFinished || instance.Status == OrchestrationRuntimeStatus.Suspended => Cannot("suspend", instance),
        Resumed when instance.Status != OrchestrationRuntimeStatus.Suspended => Cannot("resume", instance),
        _ => null,
    };

    static RpcException Cannot(string command, InstanceRecord instance) => FailedPrecondition(
        $"InvalidOperationException: Cannot {command} the orchestration instance {instance.InstanceId} because instance is in the {instance.Status} state.");

    static RpcException FailedPrecondition(string detail) => new(new Status(StatusCode.FailedPrecondition, detail));
}
