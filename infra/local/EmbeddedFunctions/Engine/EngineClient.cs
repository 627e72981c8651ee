using System.Text.Json;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Instances;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>The client of the engine in this process. Calls made before the engine is ready wait for it.</summary>
sealed partial class EngineClient(DurableEngine engine, DurableEngineOptions options, TimeProvider time) : DurableTaskClient(options.HubName)
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var record = NewRecord(orchestratorName, options);
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var dedupe = Dedupe.From(options);
        if (dispatcher.Find(record.InstanceId) is { Record.IsFinished: false } running && dedupe.MayReplace(running.Record.Status))
            await dispatcher.Starter.ReplaceAsync(running);
        var taken = await dispatcher.Starter.StartAsync(record, Serialize(input), dedupe.MayReplace, cancellation);
        return taken is null ? record.InstanceId : throw Dedupe.Conflict(taken);
    }

    public override async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        await SendAsync(instanceId, new EventRaised(eventName, Serialize(eventPayload)), cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
        => SendAsync(instanceId, new Terminated(Serialize(options?.Output), options?.Recursive ?? false), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => SendAsync(instanceId, new Suspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => SendAsync(instanceId, new Resumed(reason), cancellation);

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => await WaitAsync(instanceId, untilFinished: false, getInputsAndOutputs, cancellation);

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => await WaitAsync(instanceId, untilFinished: true, getInputsAndOutputs, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var record = await FindAsync(dispatcher, instanceId, cancellation);
        return record is null ? null : await MetadataAsync(dispatcher.Hub.Payloads, record, getInputsAndOutputs, cancellation);
    }

    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var record = await FindAsync(dispatcher, instanceId, cancellation)
            ?? throw Refusals.NotFoundArgument(instanceId);
        if (!restartWithNewInstanceId && !record.IsFinished)
            throw new InvalidOperationException($"An orchestration with the instanceId {instanceId} cannot be restarted: it is {record.Status}.");
        var again = NewRecord(record.Name, new StartOrchestrationOptions(restartWithNewInstanceId ? null : instanceId) { Version = record.Version, Tags = record.Tags });
        var input = await dispatcher.Hub.Payloads.ReadAsync(record.Input, cancellation);
        var taken = await dispatcher.Starter.StartAsync(again, input, _ => true, cancellation);
        return taken is null ? again.InstanceId : throw Dedupe.Conflict(taken);
    }

    public override async Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var record = await FindAsync(dispatcher, instanceId, cancellation) ?? throw Refusals.NotFoundArgument(instanceId);
        if (record.Status != OrchestrationRuntimeStatus.Failed)
            throw new InvalidOperationException($"The orchestration {instanceId} is {record.Status}: only failed orchestrations can be rewound.");
        await dispatcher.Rewind.RunAsync(record);
    }

    /// <summary>The engine, which lives longer, owns everything.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    InstanceRecord NewRecord(TaskName name, StartOrchestrationOptions? start)
    {
        if (string.IsNullOrEmpty(name.Name)) throw new ArgumentException("An orchestrator has a name.", nameof(name));
        var instanceId = string.IsNullOrEmpty(start?.InstanceId) ? Guid.NewGuid().ToString("N") : start.InstanceId;
        InstanceIds.Check(instanceId);
        return new()
        {
            InstanceId = instanceId,
            Name = name.Name,
            Version = start?.Version ?? options.ClientDefaultVersion ?? options.DefaultVersion,
            ExecutionId = Guid.NewGuid().ToString("N"),
            WakeAt = start?.StartAt > time.GetUtcNow() ? start.StartAt : null,
            Tags = start?.Tags ?? new Dictionary<string, string>(),
        };
    }

    async Task SendAsync(string instanceId, HistoryEvent message, CancellationToken cancellation)
    {
        using var hold = EmbeddedFunctions.Time.TimeProviderExtensions.HoldStill(time);
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var record = await FindAsync(dispatcher, instanceId, cancellation) ?? throw Refusals.NotFound(instanceId);
        if (Refusals.Of(message, record) is { } refusal) throw refusal;
        if (dispatcher.Find(instanceId) is { Record.IsFinished: false } running) await dispatcher.Outbox.SendAsync(running, message);
        else await SendAsync(instanceId, message, cancellation); // it has just ended
    }

    /// <summary>When another process takes over, the wait goes on until this one has its turn again.</summary>
    async Task<OrchestrationMetadata> WaitAsync(string instanceId, bool untilFinished, bool all, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await WaitHereAsync(instanceId, untilFinished, all, cancellation);
            }
            catch (LeaseLostException)
            {
                // the engine is waiting for its turn, and so does the next attempt
            }
        }
    }

    /// <summary>As on the real engine, an instance that does not exist is waited for, too.</summary>
    async Task<OrchestrationMetadata> WaitHereAsync(string instanceId, bool untilFinished, bool all, CancellationToken cancellation)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var appearance = dispatcher.AppearanceAsync(instanceId);
        var record = await FindAsync(dispatcher, instanceId, cancellation);
        if (record is { IsFinished: true })
        {
            dispatcher.ForgetAppearance(instanceId);
        }
        else
        {
            await appearance.WaitAsync(cancellation);
            record = dispatcher.Find(instanceId) is { } running
                ? await running.WaitAsync(untilFinished, cancellation)
                : await FindAsync(dispatcher, instanceId, cancellation);
        }

        return await MetadataAsync(dispatcher.Hub.Payloads, record!, all, cancellation);
    }

    static async Task<InstanceRecord?> FindAsync(Dispatcher dispatcher, string instanceId, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return dispatcher.Find(instanceId)?.Record ?? await dispatcher.Hub.FindFinishedAsync(InstanceKey.Of(instanceId), cancellation);
    }

    async Task<OrchestrationMetadata> MetadataAsync(Payloads payloads, InstanceRecord record, bool all, CancellationToken cancellation) => new(record.Name, record.InstanceId)
    {
        RuntimeStatus = record.Status,
        CreatedAt = record.CreatedAt,
        LastUpdatedAt = record.UpdatedAt,
        Tags = record.Tags,
        DataConverter = all ? options.DataConverter : null,
        SerializedInput = all ? await payloads.ReadAsync(record.Input, cancellation) : null,
        SerializedOutput = all ? await payloads.ReadAsync(record.Output, cancellation) : null,
        SerializedCustomStatus = all ? await payloads.ReadAsync(record.CustomStatus, cancellation) : null,
        FailureDetails = all && await payloads.ReadAsync(record.Failure, cancellation) is { } failure
            ? JsonSerializer.Deserialize(failure, HistoryJson.Default.TaskFailureDetails)
            : null,
    };

    string? Serialize(object? value) => options.DataConverter.Serialize(value);
}
