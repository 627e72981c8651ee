using DurableTask.Core;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Messages;

/// <summary>An instance's state as clients read it.</summary>
static class StateMessages
{
    /// <param name="state">The engine's.</param>
    /// <param name="whole">With input, output, status and failure.</param>
    public static P.OrchestrationState ToMessage(this OrchestrationState state, bool whole)
    {
        var message = new P.OrchestrationState
        {
            InstanceId = state.OrchestrationInstance.InstanceId,
            ExecutionId = state.OrchestrationInstance.ExecutionId,
            ParentInstanceId = state.ParentInstance?.OrchestrationInstance?.InstanceId,
            Name = state.Name,
            Version = state.Version,
            OrchestrationStatus = (P.OrchestrationStatus)state.OrchestrationStatus,
            ScheduledStartTimestamp = state.ScheduledStartTime is { } moment ? HistoryMessages.Moment(moment) : null,
            CreatedTimestamp = HistoryMessages.Moment(state.CreatedTime),
            LastUpdatedTimestamp = HistoryMessages.Moment(state.LastUpdatedTime),
        };
        if (state.Tags is not null) message.Tags.Add(state.Tags);
        if (!whole) return message;
        (message.Input, message.Output, message.CustomStatus) = (state.Input, state.Output, state.Status);
        message.FailureDetails = state.FailureDetails.ToMessage();
        return message;
    }
}
