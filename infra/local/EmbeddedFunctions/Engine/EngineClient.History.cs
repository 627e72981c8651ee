using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>Histories.</summary>
sealed partial class EngineClient
{
    public override async Task<IList<DurableTask.Core.History.HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var record = await FindAsync(dispatcher, instanceId, cancellation) ?? throw Refusals.NotFoundArgument(instanceId);
        var payloads = dispatcher.Hub.Payloads;
        var told = new ToldHistory(Start(record, await payloads.ReadAsync(record.Input, cancellation)));
        await foreach (var step in dispatcher.Hub.HistoryAsync(record, cancellation)) told.Tell(step);
        if (!record.IsFinished) return told.Events(null);
        var output = await payloads.ReadAsync(record.Output, cancellation);
        var failure = await payloads.ReadAsync(record.Failure, cancellation) is { } json
            ? FailureDetails.Of(JsonSerializer.Deserialize(json, HistoryJson.Default.TaskFailureDetails))
            : null;
        return told.Events(calls => new(calls, record.UpdatedAt.UtcDateTime, Ending(record.Status), output, failure));
    }

    static ExecutionStartedEvent Start(InstanceRecord record, string? input)
        => new(record.CreatedAt.UtcDateTime, record.Name, record.Version.Version ?? "", new(record.InstanceId, record.ExecutionId), input)
        {
            ParentInstance = record.Parent is { } parent ? new(parent.Name, new(parent.InstanceId, parent.ExecutionId), parent.CallId) : null,
            Tags = record.Tags.Count > 0 ? record.Tags.ToDictionary() : null,
        };

    static OrchestrationStatus Ending(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed => OrchestrationStatus.Completed,
        OrchestrationRuntimeStatus.Failed => OrchestrationStatus.Failed,
        _ => OrchestrationStatus.Terminated,
    };
}
