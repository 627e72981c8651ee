using DurableTask.Core.Exceptions;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Repetition;

/// <summary>A task hub that takes starts, and refuses a second one of an id as the real one does when it is told to.</summary>
sealed class StartedHub() : UnaskedHub("started")
{
    readonly List<string> started = [];

    /// <summary>Ids in the order of starting; an id that was started twice stands twice.</summary>
    public IReadOnlyList<string> Started => started;

    /// <summary>Where the process that asks now ends.</summary>
    public CrashPoint Asking { get; set; } = new();

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default) => Asking.PassAsync(() =>
    {
        var id = options!.InstanceId!;
        if (started.Contains(id) && options.DedupeStatuses is { Count: > 0 }) throw new OrchestrationAlreadyExistsException();
        started.Add(id);
        return Task.FromResult(id);
    });

    /// <summary>Nothing of it runs.</summary>
    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult<OrchestrationMetadata?>(null);

    /// <summary>An event may come twice: who hears it tells by its content that it came before.</summary>
    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        Asking.PassAsync(() => Task.FromResult(true));
}
