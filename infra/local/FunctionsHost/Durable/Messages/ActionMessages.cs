using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using Kind = Microsoft.DurableTask.Protobuf.OrchestratorAction.OrchestratorActionTypeOneofCase;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Messages;

/// <summary>What an orchestrator decided, as the engine takes it.</summary>
static class ActionMessages
{
    /// <exception cref="NotSupportedException">An action of entities, or of a newer worker.</exception>
    public static OrchestratorAction ToAction(this P.OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        Kind.ScheduleTask => new ScheduleTaskOrchestratorAction
        {
            Id = action.Id,
            Name = action.ScheduleTask.Name,
            Version = action.ScheduleTask.Version,
            Input = action.ScheduleTask.Input,
            Tags = action.ScheduleTask.Tags.ToDictionary(),
        },
        Kind.CreateSubOrchestration => new CreateSubOrchestrationAction
        {
            Id = action.Id,
            Name = action.CreateSubOrchestration.Name,
            Version = action.CreateSubOrchestration.Version,
            InstanceId = action.CreateSubOrchestration.InstanceId,
            Input = action.CreateSubOrchestration.Input,
            Tags = action.CreateSubOrchestration.Tags.ToDictionary(),
        },
        Kind.CreateTimer => new CreateTimerOrchestratorAction { Id = action.Id, FireAt = action.CreateTimer.FireAt.ToDateTime() },
        Kind.SendEvent => new SendEventOrchestratorAction
        {
            Id = action.Id,
            Instance = new() { InstanceId = action.SendEvent.Instance.InstanceId, ExecutionId = action.SendEvent.Instance.ExecutionId },
            EventName = action.SendEvent.Name,
            EventData = action.SendEvent.Data,
        },
        Kind.CompleteOrchestration => Complete(action.Id, action.CompleteOrchestration),
        _ => throw new NotSupportedException($"Orchestrator actions of the kind {action.OrchestratorActionTypeCase} are not supported."),
    };

    static OrchestrationCompleteOrchestratorAction Complete(int id, P.CompleteOrchestrationAction end)
    {
        var action = new OrchestrationCompleteOrchestratorAction
        {
            Id = id,
            OrchestrationStatus = (OrchestrationStatus)end.OrchestrationStatus,
            Result = end.Result,
            Details = end.Details,
            FailureDetails = end.FailureDetails.ToDetails(),
            NewVersion = end.NewVersion,
        };
        // Only events that nobody has taken are carried over.
        foreach (var carried in end.CarryoverEvents.Where(carried => carried.EventRaised is not null))
            action.CarryoverEvents.Add(
                new EventRaisedEvent(carried.EventId, carried.EventRaised.Input) { Name = carried.EventRaised.Name });
        return action;
    }
}
