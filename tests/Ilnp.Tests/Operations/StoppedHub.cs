using DurableTask.Core.History;
using Grpc.Core;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Operations;

/// <summary>A task hub of instances that failed, as its client sees them: lists them by pages, and lets them go on.</summary>
sealed class StoppedHub() : UnaskedHub("stopped")
{
    readonly SortedDictionary<string, OrchestrationMetadata> instances = new(StringComparer.Ordinal);
    readonly Dictionary<string, HistoryEvent[]> histories = [];

    /// <summary>Instances that were let go on, in order.</summary>
    public List<string> Rewound { get; } = [];

    /// <summary>Thrown by the next rewind, after or before it is done.</summary>
    public (bool AfterIt, StatusCode Status)? NextRewindBreaks { get; set; }

    public void Put(string instanceId, OrchestrationRuntimeStatus status, DateTimeOffset at, params HistoryEvent[] history)
    {
        instances[instanceId] = new("Orchestrator", instanceId) { RuntimeStatus = status, LastUpdatedAt = at };
        histories[instanceId] = history;
    }

    public void Fail(string instanceId, DateTimeOffset at, params HistoryEvent[] history) =>
        Put(instanceId, OrchestrationRuntimeStatus.Failed, at, history);

    /// <summary>Of receipts; nobody runs them here.</summary>
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default) =>
        Task.FromResult(options!.InstanceId!);

    /// <summary>Two a page, so that a second page is read too.</summary>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create((continuation, _, _) =>
        {
            var from = continuation is null ? 0 : int.Parse(continuation, null);
            var matching = instances.Values.Where(instance => filter?.Statuses?.Contains(instance.RuntimeStatus) != false).ToList();
            var next = from + 2 < matching.Count ? $"{from + 2}" : null;
            return Task.FromResult(new Page<OrchestrationMetadata>([.. matching.Skip(from).Take(2)], next));
        });

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(instances.GetValueOrDefault(instanceId));

    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default) =>
        Task.FromResult<IList<HistoryEvent>>(histories[instanceId]);

    /// <summary>As the real one answers: whatever does not stand failed is refused.</summary>
    public override Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        var breaks = NextRewindBreaks;
        NextRewindBreaks = null;
        if (breaks is { AfterIt: false }) throw new RpcException(new(breaks.Value.Status, "away"));
        if (instances.GetValueOrDefault(instanceId) is not { RuntimeStatus: OrchestrationRuntimeStatus.Failed } failed)
            throw new InvalidOperationException("The rewind operation is only supported on failed orchestration instances.");
        Put(instanceId, OrchestrationRuntimeStatus.Running, failed.LastUpdatedAt.AddMinutes(1));
        Rewound.Add(instanceId);
        return breaks is null ? Task.CompletedTask : throw new RpcException(new(breaks.Value.Status, "away"));
    }
}
