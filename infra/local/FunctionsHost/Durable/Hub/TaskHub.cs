using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Query;

namespace FunctionsHost.Durable.Hub;

/// <summary>
/// What clients may ask of orchestrations, over whichever engine: the one place behind the worker's gRPC client and the HTTP
/// management API. Outcomes are those of the durable extension.
/// </summary>
sealed class TaskHub(IOrchestrationServiceClient client, HubRules rules)
{
    /// <summary>Starts an instance.</summary>
    /// <param name="start">Its execution id is set here, and its instance id where there is none.</param>
    /// <param name="unreplaceable">An instance of this id in one of these states is not replaced;
    /// null for those of <c>host.json</c>.</param>
    /// <returns>The instance id.</returns>
    /// <exception cref="ArgumentException">The instance id has characters that none may have.</exception>
    /// <exception cref="OrchestrationAlreadyExistsException">There is such an instance.</exception>
    public async Task<string> StartAsync(ExecutionStartedEvent start, IEnumerable<OrchestrationStatus>? unreplaceable = null)
    {
        var id = start.OrchestrationInstance?.InstanceId is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
        InstanceIdRule.Check(id);
        start.OrchestrationInstance = new() { InstanceId = id, ExecutionId = Guid.NewGuid().ToString("N") };
        start.Version ??= rules.DefaultVersion;
        var message = new TaskMessage { Event = start, OrchestrationInstance = start.OrchestrationInstance };
        await client.CreateTaskOrchestrationAsync(message, [.. (unreplaceable ?? []).Union(rules.Unreplaceable)]);
        return id;
    }

    /// <summary>Null when there is none.</summary>
    public async Task<OrchestrationState?> FindAsync(string instanceId) =>
        await client.GetOrchestrationStateAsync(instanceId, executionId: null) is { OrchestrationInstance: not null } state ? state : null;

    /// <exception cref="UnknownInstanceException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">The instance has ended.</exception>
    public async Task RaiseAsync(string instanceId, string name, string? data)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (await FindAsync(instanceId) is not { } state) throw new UnknownInstanceException(instanceId);
        if (!state.IsUnfinished())
            throw new InvalidOperationException(
                $"Cannot raise event {name} for orchestration instance {instanceId} because instance is in "
                    + $"{state.OrchestrationStatus} state");
        await SendAsync(instanceId, new EventRaisedEvent(-1, data) { Name = name });
    }

    /// <exception cref="UnknownInstanceException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public async Task TerminateAsync(string instanceId, string? output)
    {
        await RequireUnfinishedAsync(instanceId, "terminate");
        await client.ForceTerminateTaskOrchestrationAsync(instanceId, output);
    }

    /// <inheritdoc cref="TerminateAsync"/>
    public async Task SuspendAsync(string instanceId, string? reason)
    {
        await RequireUnfinishedAsync(instanceId, "suspend");
        await SendAsync(instanceId, new ExecutionSuspendedEvent(-1, reason));
    }

    /// <inheritdoc cref="TerminateAsync"/>
    public async Task ResumeAsync(string instanceId, string? reason)
    {
        await RequireUnfinishedAsync(instanceId, "resume");
        await SendAsync(instanceId, new ExecutionResumedEvent(-1, reason));
    }

    /// <summary>Lets a failed instance go on: its failed activities and sub-orchestrations run again.</summary>
    /// <exception cref="UnknownInstanceException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It has not failed.</exception>
    public async Task RewindAsync(string instanceId, string? reason)
    {
        var state = await FindAsync(instanceId) ?? throw new UnknownInstanceException(instanceId);
        if (state.OrchestrationStatus != OrchestrationStatus.Failed)
            throw new InvalidOperationException(
                $"The orchestration with the instance id {instanceId} has not failed: it is {state.OrchestrationStatus}.");
        await rules.RewindAsync(instanceId, reason);
    }

    /// <summary>Starts an instance again with the same name, input and tags, under its own id or a new one.</summary>
    /// <exception cref="UnknownInstanceException">There is no such instance.</exception>
    /// <exception cref="OrchestrationAlreadyExistsException">It has not ended, and the id is the same.</exception>
    public async Task<string> RestartAsync(string instanceId, bool withNewId)
    {
        var state = await FindAsync(instanceId) ?? throw new UnknownInstanceException(instanceId);
        var start = new ExecutionStartedEvent(-1, state.Input)
        {
            Name = state.Name,
            Version = state.Version,
            Tags = state.Tags,
            OrchestrationInstance = withNewId ? null : new() { InstanceId = instanceId },
        };
        return await StartAsync(start, OrchestrationStates.Unfinished);
    }

    /// <summary>Deletes what is stored of an instance that has ended.</summary>
    /// <returns>How many instances were deleted: 1 or 0.</returns>
    /// <exception cref="InvalidOperationException">It has not ended.</exception>
    public async Task<int> PurgeAsync(string instanceId)
    {
        if (await FindAsync(instanceId) is not { } state) return 0;
        if (state.IsUnfinished())
        {
            throw new InvalidOperationException(
                $"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID {instanceId} has status "
                    + $"{state.OrchestrationStatus}");
        }

        return (await Purging.PurgeInstanceStateAsync(instanceId)).DeletedInstanceCount;
    }

    public async Task<int> PurgeAsync(PurgeInstanceFilter filter) => (await Purging.PurgeInstanceStateAsync(filter)).DeletedInstanceCount;

    public Task<OrchestrationQueryResult> QueryAsync(OrchestrationQuery query, CancellationToken cancellation) =>
        ((IOrchestrationServiceQueryClient)client).GetOrchestrationWithQueryAsync(query, cancellation);

    /// <summary>All that happened to the instance's latest execution, in order; empty when there is none.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string instanceId) =>
        HistoryText.Read(await client.GetOrchestrationHistoryAsync(instanceId, executionId: null));

    /// <summary>Completes when the instance has begun; waits for one that is not there yet.</summary>
    public Task<OrchestrationState> BegunAsync(string instanceId, CancellationToken cancellation) =>
        rules.BegunAsync(this, instanceId, cancellation);

    /// <summary>Completes when the instance has ended.</summary>
    public Task<OrchestrationState> EndedAsync(string instanceId, CancellationToken cancellation) =>
        client.WaitForOrchestrationAsync(instanceId, executionId: null, Timeout.InfiniteTimeSpan, cancellation);

    IOrchestrationServicePurgeClient Purging => (IOrchestrationServicePurgeClient)client;

    Task SendAsync(string instanceId, HistoryEvent happened) =>
        client.SendTaskOrchestrationMessageAsync(
            new TaskMessage { OrchestrationInstance = new() { InstanceId = instanceId }, Event = happened });

    async Task RequireUnfinishedAsync(string instanceId, string what)
    {
        var state = await FindAsync(instanceId) ?? throw new UnknownInstanceException(instanceId);
        if (!state.IsUnfinished())
            throw new InvalidOperationException(
                $"Cannot {what} the orchestration instance {instanceId} because instance is in the {state.OrchestrationStatus} state.");
    }
}
