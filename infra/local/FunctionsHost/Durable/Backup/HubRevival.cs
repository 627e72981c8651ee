using Azure.Data.Tables;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.History;
using FunctionsHost.Durable.Hub;

namespace FunctionsHost.Durable.Backup;

/// <summary>
/// Sends again, in a hub whose tables were restored, what its orchestrations wait for: their timers at their moments, the
/// results of children that ended; and has activities and children begun anew of which there was no result. What comes a second
/// time is known by its number, and heard once.
/// </summary>
/// <param name="connectionString">Of the account.</param>
/// <param name="hub">The task hub's name.</param>
/// <param name="partitions">Its control queues.</param>
/// <param name="time">Real time.</param>
sealed class HubRevival(string connectionString, string hub, int partitions, TimeProvider time) : IDisposable
{
    /// <summary>A queue holds a message back for no longer.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    const string Reason = "restored from a backup";

    /// <summary>Key of the row that the storage provider writes last with each step of a history.</summary>
    const string EndOfHistory = "sentinel";

    readonly TableClient histories = new TableServiceClient(connectionString).GetTableClient(HubNames.History(hub));
    readonly AzureStorageOrchestrationService service = new(new AzureStorageOrchestrationServiceSettings
    {
        AppName = hub,
        TaskHubName = hub,
        PartitionCount = partitions,
        StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
        UseTablePartitionManagement = true,
    });

    /// <summary>
    /// Which orchestrations wait is read from their histories: a process that ends between the two leaves an instance's state one step
    /// behind its history, so that it seems not to have begun, or to be the execution before.
    /// </summary>
    /// <returns>How many were found waiting.</returns>
    /// <exception cref="BackupProblem">A timer is so far off that only a wrong clock can be why.</exception>
    public async Task<int> ReviveAsync(CancellationToken cancellation)
    {
        await service.CreateIfNotExistsAsync();
        var states = new Dictionary<string, OrchestrationState>();
        foreach (var state in await service.GetOrchestrationStateAsync(cancellation))
            states[state.OrchestrationInstance.InstanceId] = state;
        var begun = await BegunAsync(cancellation);
        var waiting = 0;
        foreach (var instance in begun.Values.Where(one => !(states.TryGetValue(one.InstanceId, out var state) && HasEnded(state, one))))
            if (await ReviveAsync(instance, states, begun, cancellation)) waiting++;
        return waiting;
    }

    public void Dispose() => service.Dispose();

    /// <summary>The latest execution of each instance that has a history: the last row of a history says so.</summary>
    async Task<Dictionary<string, OrchestrationInstance>> BegunAsync(CancellationToken cancellation)
    {
        var begun = new Dictionary<string, OrchestrationInstance>();
        var ends = TableClient.CreateQueryFilter($"RowKey eq {EndOfHistory}");
        await foreach (var row in histories.QueryAsync<TableEntity>(
            ends, select: ["PartitionKey", "ExecutionId"], cancellationToken: cancellation))
            begun[row.PartitionKey] = new() { InstanceId = row.PartitionKey, ExecutionId = row.GetString("ExecutionId") };
        return begun;
    }

    static bool HasEnded(OrchestrationState state, OrchestrationInstance latest) =>
        state.OrchestrationInstance.ExecutionId == latest.ExecutionId
        && state.OrchestrationStatus is OrchestrationStatus.Completed or OrchestrationStatus.Failed
            or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled;

    /// <summary>False when its history shows that it has ended.</summary>
    async Task<bool> ReviveAsync(
        OrchestrationInstance instance, Dictionary<string, OrchestrationState> states, Dictionary<string, OrchestrationInstance> begun,
        CancellationToken cancellation)
    {
        var history = HistoryText.Read(await service.GetOrchestrationHistoryAsync(instance.InstanceId, instance.ExecutionId));
        if (history.Any(one => one is ExecutionCompletedEvent and not ContinueAsNewEvent or ExecutionTerminatedEvent)) return false;
        var open = OpenWork.Of(history);
        foreach (var timer in open.Timers) await SendAsync(instance, Firing(timer));
        foreach (var child in open.Children)
            if (states.TryGetValue(child.InstanceId, out var found) && Ending(child, found) is { } ending)
                await SendAsync(instance, ending);
        var neverBegun = open.Children.Where(child => !states.ContainsKey(child.InstanceId) && !begun.ContainsKey(child.InstanceId));
        List<int> lost = [.. open.Activities, .. neverBegun.Select(child => child.EventId)];
        if (lost.Count == 0) return true;
        foreach (var id in lost) await UnscheduleAsync(instance, id, cancellation);
        await SendAsync(instance, new GenericEvent(-1, Reason));
        return true;
    }

    /// <summary>
    /// The worker makes a long wait of several, so none is that far off by a right clock. It cannot be sent for an earlier moment: the
    /// engine does not look at the moment again, and whoever waits would go on too early.
    /// </summary>
    TimerFiredEvent Firing(TimerCreatedEvent timer)
    {
        if (time.GetUtcNow().UtcDateTime is var now && timer.FireAt - now >= Longest)
            throw new BackupProblem(
                $"An orchestration waits until {timer.FireAt:yyyy-MM-dd HH:mm} UTC, and this machine's clock says {now:yyyy-MM-dd HH:mm}: "
                + $"a queue holds nothing back for more than {Longest.TotalDays:0} days. If the clock is behind, set it right; then run "
                + "this again, and it goes on from there.");
        return new(-1, timer.FireAt) { TimerId = timer.EventId };
    }

    /// <summary>Null while it has not ended, or only a former one of that name has: it will tell itself.</summary>
    static HistoryEvent? Ending(SubOrchestrationInstanceCreatedEvent child, OrchestrationState state) => state.OrchestrationStatus switch
    {
        _ when state.CreatedTime < child.Timestamp => null,
        OrchestrationStatus.Completed => new SubOrchestrationInstanceCompletedEvent(-1, child.EventId, state.Output),
        OrchestrationStatus.Failed or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled =>
            new SubOrchestrationInstanceFailedEvent(-1, child.EventId, state.Output, null, state.FailureDetails),
        _ => null,
    };

    /// <summary>
    /// In place, as a rewind does: rows are counted, so that none may go. Without its scheduling the next step
    /// schedules it again, under the same number.
    /// </summary>
    async Task UnscheduleAsync(OrchestrationInstance instance, int id, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {instance.InstanceId} and ExecutionId eq {instance.ExecutionId} and EventId eq {id}");
        await foreach (var row in histories.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.GetString("EventType") is not (nameof(EventType.TaskScheduled) or nameof(EventType.SubOrchestrationInstanceCreated)))
                continue;
            row["EventType"] = nameof(EventType.GenericEvent);
            row["Data"] = Reason;
            await histories.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
        }
    }

    Task SendAsync(OrchestrationInstance to, HistoryEvent what) =>
        service.SendTaskOrchestrationMessageAsync(new TaskMessage { OrchestrationInstance = to, Event = what });
}
