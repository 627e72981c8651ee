using Azure.Data.Tables;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.History;
using FunctionsHost.Durable.Hub;

namespace FunctionsHost.Durable.Backup;

/// <summary>
/// Sends again, in a hub whose tables were restored, what its orchestrations wait for: their timers at their moments, the results of children that
/// ended; and has activities and children begun anew of which there was no result. What comes a second time is known by its number, and heard once.
/// </summary>
/// <param name="connectionString">Of the account.</param>
/// <param name="hub">The task hub's name.</param>
/// <param name="partitions">Its control queues.</param>
sealed class HubRevival(string connectionString, string hub, int partitions) : IDisposable
{
    const string Reason = "restored from a backup";

    readonly TableClient histories = new TableServiceClient(connectionString).GetTableClient(HubNames.History(hub));
    readonly AzureStorageOrchestrationService service = new(new AzureStorageOrchestrationServiceSettings
    {
        AppName = hub,
        TaskHubName = hub,
        PartitionCount = partitions,
        StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
        UseTablePartitionManagement = true,
    });

    /// <summary>How many were found waiting.</summary>
    public async Task<int> ReviveAsync(CancellationToken cancellation)
    {
        await service.CreateIfNotExistsAsync();
        var states = new Dictionary<string, OrchestrationState>();
        foreach (var state in await service.GetOrchestrationStateAsync(cancellation)) states[state.OrchestrationInstance.InstanceId] = state;
        var waiting = states.Values.Where(IsUnfinished).ToList();
        foreach (var state in waiting) await ReviveAsync(state.OrchestrationInstance, states, cancellation);
        return waiting.Count;
    }

    public void Dispose() => service.Dispose();

    static bool IsUnfinished(OrchestrationState state) =>
        state.OrchestrationStatus is OrchestrationStatus.Running or OrchestrationStatus.Suspended or OrchestrationStatus.ContinuedAsNew;

    async Task ReviveAsync(OrchestrationInstance instance, Dictionary<string, OrchestrationState> states, CancellationToken cancellation)
    {
        var open = OpenWork.Of(HistoryText.Read(await service.GetOrchestrationHistoryAsync(instance.InstanceId, instance.ExecutionId)));
        foreach (var timer in open.Timers) await SendAsync(instance, new TimerFiredEvent(-1, timer.FireAt) { TimerId = timer.EventId });
        foreach (var child in open.Children)
            if (states.TryGetValue(child.InstanceId, out var found) && Ending(child, found) is { } ending) await SendAsync(instance, ending);
        List<int> lost = [.. open.Activities, .. open.Children.Where(child => !states.ContainsKey(child.InstanceId)).Select(child => child.EventId)];
        if (lost.Count == 0) return;
        foreach (var id in lost) await UnscheduleAsync(instance, id, cancellation);
        await SendAsync(instance, new GenericEvent(-1, Reason));
    }

    /// <summary>Null while it has not ended: it will tell itself.</summary>
    static HistoryEvent? Ending(SubOrchestrationInstanceCreatedEvent child, OrchestrationState state) => state.OrchestrationStatus switch
    {
        OrchestrationStatus.Completed => new SubOrchestrationInstanceCompletedEvent(-1, child.EventId, state.Output),
        OrchestrationStatus.Failed or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled =>
            new SubOrchestrationInstanceFailedEvent(-1, child.EventId, state.Output, null, state.FailureDetails),
        _ => null,
    };

    /// <summary>
    /// In place, as a rewind does: rows are counted, so that none may go. Without its scheduling the next step schedules it again, under the same number.
    /// </summary>
    async Task UnscheduleAsync(OrchestrationInstance instance, int id, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {instance.InstanceId} and ExecutionId eq {instance.ExecutionId} and EventId eq {id}");
        await foreach (var row in histories.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.GetString("EventType") is not (nameof(EventType.TaskScheduled) or nameof(EventType.SubOrchestrationInstanceCreated))) continue;
            row["EventType"] = nameof(EventType.GenericEvent);
            row["Data"] = Reason;
            await histories.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
        }
    }

    Task SendAsync(OrchestrationInstance to, HistoryEvent what) =>
        service.SendTaskOrchestrationMessageAsync(new TaskMessage { OrchestrationInstance = to, Event = what });
}
