using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Query;
using Newtonsoft.Json;

namespace Simulation.Orchestrations;

/// <summary>What clients ask: starts, messages, states.</summary>
public sealed partial class SimulatedTaskHub
    : IOrchestrationServiceClient, IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient
{
    const int PageSize = 100;

    Task IOrchestrationServiceClient.CreateTaskOrchestrationAsync(TaskMessage creationMessage) => CreateAsync(creationMessage, []);

    Task IOrchestrationServiceClient.CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[] dedupeStatuses) =>
        CreateAsync(creationMessage, dedupeStatuses ?? []);

    Task CreateAsync(TaskMessage start, OrchestrationStatus[] unreplaceable)
    {
        lock (gate)
        {
            var id = start.OrchestrationInstance.InstanceId;
            if (instances.TryGetValue(id, out var former))
            {
                if (unreplaceable.Contains(former.State.OrchestrationStatus))
                    throw new OrchestrationAlreadyExistsException(
                        $"An Orchestration instance with the status {former.State.OrchestrationStatus} already exists.");
                Remove(former);
            }

            Deliver(start);
            return Task.CompletedTask;
        }
    }

    Task IOrchestrationServiceClient.SendTaskOrchestrationMessageAsync(TaskMessage message) => SendAsync(message);

    Task IOrchestrationServiceClient.SendTaskOrchestrationMessageBatchAsync(params TaskMessage[] messages) => SendAsync(messages);

    Task SendAsync(params TaskMessage[] messages)
    {
        lock (gate)
        {
            foreach (var message in messages) Deliver(message);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Lets a failed instance go on: its failed activities and sub-orchestrations run again. Nothing happens to any other.
    /// </summary>
    public Task RewindAsync(string instanceId, string? reason)
    {
        lock (gate)
        {
            if (instances.ContainsKey(instanceId))
                Deliver(new() { OrchestrationInstance = new() { InstanceId = instanceId }, Event = new ExecutionRewoundEvent(-1, reason) });
        }

        return Task.CompletedTask;
    }

    /// <summary>An instance that has not begun ends at once; any other takes the message as its next step.</summary>
    Task IOrchestrationServiceClient.ForceTerminateTaskOrchestrationAsync(string instanceId, string reason)
    {
        lock (gate)
        {
            if (instances.TryGetValue(instanceId, out var instance) && !instance.HasBegun) EndBeforeItBegins(instance, reason);
            else
                Deliver(
                    new() { OrchestrationInstance = new() { InstanceId = instanceId }, Event = new ExecutionTerminatedEvent(-1, reason) });
            return Task.CompletedTask;
        }
    }

    void EndBeforeItBegins(SimulatedInstance instance, string reason)
    {
        instance.Inbox.Clear();
        (instance.State.OrchestrationStatus, instance.State.Output) = (OrchestrationStatus.Terminated, reason);
        instance.State.LastUpdatedTime = instance.State.CompletedTime = Now;
        End(instance);
    }

    Task<OrchestrationState> IOrchestrationServiceClient.WaitForOrchestrationAsync(
        string instanceId, string executionId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return instances.TryGetValue(instanceId, out var instance) && !IsUnfinished(instance.State)
                ? Task.FromResult(instance.State)
                : waiters.Of(instanceId).WaitAsync(timeout, cancellationToken);
        }
    }

    Task<OrchestrationState?> IOrchestrationServiceClient.GetOrchestrationStateAsync(string instanceId, string executionId)
    {
        lock (gate) return Task.FromResult(instances.GetValueOrDefault(instanceId)?.State);
    }

    async Task<IList<OrchestrationState>> IOrchestrationServiceClient.GetOrchestrationStateAsync(string instanceId, bool allExecutions) =>
        await ((IOrchestrationServiceClient)this).GetOrchestrationStateAsync(instanceId, executionId: null) is { } state ? [state] : [];

    Task<string> IOrchestrationServiceClient.GetOrchestrationHistoryAsync(string instanceId, string executionId)
    {
        lock (gate) return Task.FromResult(JsonConvert.SerializeObject(instances.GetValueOrDefault(instanceId)?.History ?? []));
    }

    /// <summary>In the order of their ids; the token of a page is the last id in it.</summary>
    Task<OrchestrationQueryResult> IOrchestrationServiceQueryClient.GetOrchestrationWithQueryAsync(
        OrchestrationQuery query, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var size = query.PageSize > 0 ? query.PageSize : PageSize;
            var found = instances.Values
                .Where(instance => string.CompareOrdinal(instance.Id, query.ContinuationToken) > 0 && Fits(instance.State, query))
                .OrderBy(instance => instance.Id, StringComparer.Ordinal).Take(size + 1).Select(instance => instance.State).ToList();
            var token = found.Count > size ? found[size - 1].OrchestrationInstance.InstanceId : null;
            return Task.FromResult(new OrchestrationQueryResult([.. found.Take(size)], token));
        }
    }

    static bool Fits(OrchestrationState state, OrchestrationQuery query) =>
        (query.RuntimeStatus is not { Count: > 0 } statuses || statuses.Contains(state.OrchestrationStatus))
        && (query.InstanceIdPrefix is not { Length: > 0 } prefix
            || state.OrchestrationInstance.InstanceId.StartsWith(prefix, StringComparison.Ordinal))
        && IsBetween(state.CreatedTime, query.CreatedTimeFrom, query.CreatedTimeTo);

    static bool IsBetween(DateTime moment, DateTime? from, DateTime? to) => !(moment < from) && !(moment > to);

    Task<PurgeResult> IOrchestrationServicePurgeClient.PurgeInstanceStateAsync(string instanceId)
    {
        lock (gate) return Task.FromResult(Purge(instances.TryGetValue(instanceId, out var instance) ? [instance] : []));
    }

    Task<PurgeResult> IOrchestrationServicePurgeClient.PurgeInstanceStateAsync(PurgeInstanceFilter filter)
    {
        lock (gate)
        {
            return Task.FromResult(Purge([.. instances.Values.Where(instance =>
                !IsUnfinished(instance.State)
                && IsBetween(instance.State.CreatedTime, filter.CreatedTimeFrom, filter.CreatedTimeTo)
                && (filter.RuntimeStatus?.Contains(instance.State.OrchestrationStatus) ?? true))]));
        }
    }

    PurgeResult Purge(List<SimulatedInstance> purged)
    {
        foreach (var instance in purged) Remove(instance);
        return new(purged.Count);
    }

    void Remove(SimulatedInstance instance)
    {
        instance.DropTimers();
        instance.Inbox.Clear();
        instances.Remove(instance.Id);
    }

    /// <summary>Deletes what ended before that moment, UTC.</summary>
    Task IOrchestrationServiceClient.PurgeOrchestrationHistoryAsync(
        DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType)
    {
        lock (gate)
            Purge([.. instances.Values.Where(instance =>
                !IsUnfinished(instance.State) && instance.State.CompletedTime < thresholdDateTimeUtc)]);
        return Task.CompletedTask;
    }
}
