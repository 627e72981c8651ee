using System.Collections.Concurrent;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>All unfinished instances of a hub that this process owns, and what they need to go on.</summary>
sealed class Dispatcher : IDisposable
{
    readonly ConcurrentDictionary<string, Instance> unfinished = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TaskCompletionSource> appearances = new(StringComparer.Ordinal);
    readonly StepTaker steps;

    public Dispatcher(
        TaskHub hub, DurableTaskRegistry registry, IServiceProvider services, TimeProvider time,
        DurableEngineOptions options, EngineStatistics statistics, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("EmbeddedFunctions.Engine");
        var failures = new FailureReport(services.GetService<IExceptionPropertiesProvider>(), logger);
        var settings = new RunSettings(
            options.DataConverter, loggers, new(options.Versioning?.DefaultVersion ?? options.DefaultVersion), options.MaximumTimerInterval,
            options.RecordHistoriesIn is { } folder ? new(folder) : null, failures);
        (Hub, Time, Statistics, Logger) = (hub, time, statistics, logger);
        Work = new(time);
        Wakes = new(time);
        Runs = new(options.CachedOrchestrations);
        ReplayEveryStep = options.ReplayEveryStep;
        Activities = new(registry, services, options.DataConverter, options.MaxConcurrentActivities, Work, statistics, failures, logger);
        Starter = new(this);
        Outbox = new(this);
        Leftovers = new(this);
        var loader = new RunLoader(registry, services, settings, hub);
        Rewind = new(this, loader);
        steps = new(this, loader, new(options.Versioning, options.OrchestrationFilter));
    }

    public TaskHub Hub { get; }

    public TimeProvider Time { get; }

    public EngineStatistics Statistics { get; }

    public ILogger Logger { get; }

    public Work Work { get; }

    public WakeQueue Wakes { get; }

    public RunCache Runs { get; }

    public ActivityRunner Activities { get; }

    public Starter Starter { get; }

    public Outbox Outbox { get; }

    public Rewind Rewind { get; }

    public Leftovers Leftovers { get; }

    public bool ReplayEveryStep { get; }

    public int Count => unfinished.Count;

    public Instance? Find(string instanceId) => unfinished.GetValueOrDefault(instanceId);

    /// <summary>Makes an instance that is not yet open, or returns the one that has the id already.</summary>
    public Instance GetOrAdd(InstanceRecord record, out bool added)
    {
        var fresh = new Instance(record, steps.TakeAsync, Work);
        var instance = unfinished.GetOrAdd(record.InstanceId, fresh);
        added = ReferenceEquals(instance, fresh);
        if (added && appearances.TryRemove(record.InstanceId, out var awaited)) awaited.TrySetResult();
        return instance;
    }

    /// <summary>Completes when an unfinished instance has that id, at once if there is one.</summary>
    public Task AppearanceAsync(string instanceId)
    {
        var awaited = appearances.GetOrAdd(instanceId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (Find(instanceId) is null) return awaited.Task;
        appearances.TryRemove(instanceId, out _);
        awaited.TrySetResult();
        return awaited.Task;
    }

    /// <summary>The instance was found finished, so that nobody needs to wait for it.</summary>
    public void ForgetAppearance(string instanceId) => appearances.TryRemove(instanceId, out _);

    /// <summary>The instance is finished, or was never stored, or another takes its place.</summary>
    public void Remove(Instance instance)
    {
        unfinished.TryRemove(KeyValuePair.Create(instance.Id, instance));
        Wakes.Book(instance, null);
        Runs.Forget(instance);
    }

    /// <summary>Tells an instance something; if it is unfinished no more, nobody wants to know.</summary>
    public void Post(string instanceId, Message message) => Find(instanceId)?.Post(message);

    /// <summary>Wakes the instance when that moment comes, and at once when it is past: a clock that stands still must not matter.</summary>
    public void WakeAt(Instance instance, DateTimeOffset? at)
    {
        if (at > Time.GetUtcNow() || at is null) Wakes.Book(instance, at);
        else instance.Post(Message.Wake);
    }

    /// <summary>Takes nothing new on and completes when all that is under way is stored.</summary>
    public async Task DrainAsync()
    {
        Wakes.Dispose();
        await Activities.DrainAsync();
        await Work.IdleAsync();
    }

    /// <summary>Drops everything without storing it: another process has it now.</summary>
    public void Abandon(Exception reason)
    {
        Wakes.Dispose();
        foreach (var instance in unfinished.Values) instance.Abandon(reason);
        unfinished.Clear();
    }

    public void Dispose()
    {
        Wakes.Dispose();
        Activities.Dispose();
        Starter.Dispose();
    }
}
