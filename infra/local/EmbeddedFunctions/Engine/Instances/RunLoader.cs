using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Makes runs: new ones, and ones replayed from their history.</summary>
sealed class RunLoader(DurableTaskRegistry registry, IServiceProvider services, RunSettings settings, TaskHub hub)
{
    /// <exception cref="NonDeterministicOrchestrationException">The code no longer does what the history says.</exception>
    /// <exception cref="OrchestratorMissingException">There is no such orchestrator.</exception>
    public async Task<OrchestrationRun> LoadAsync(Instance instance, CancellationToken cancellation)
    {
        var record = instance.Record;
        var factory = registry.FindOrchestrator(record.Name, record.Version) ?? throw new OrchestratorMissingException(record.Name);
        var start = record.Start(await hub.Payloads.ReadAsync(record.Input, cancellation));
        var run = new OrchestrationRun(start, Make(factory), settings, () => instance.Post(Stray(start)));
        if (record.IsFresh && !instance.IsRecovered) return run;
        await foreach (var step in hub.HistoryAsync(record, cancellation)) run.Replay(step);
        return run;
    }

    /// <summary>What the orchestrator's present code makes of a history, and when its next timer would be due.</summary>
    public (ReplayedTo To, DateTimeOffset? WakeAt) TryReplay(InstanceRecord record, string? input, IReadOnlyList<HistoryStep> steps)
    {
        if (registry.FindOrchestrator(record.Name, record.Version) is not { } factory) return (ReplayedTo.Nonsense, null);
        var run = new OrchestrationRun(record.Start(input), Make(factory), settings, () => { });
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                if (run.Replay(steps[i]).Ending is not null) return (i == steps.Count - 1 ? ReplayedTo.End : ReplayedTo.Nonsense, null);
            }
            catch (NonDeterministicOrchestrationException)
            {
                return (ReplayedTo.Nonsense, null);
            }
        }

        var timers = run.OpenCalls.OfType<TimerScheduled>().Select(timer => (DateTimeOffset?)new DateTimeOffset(timer.DueAt));
        return (ReplayedTo.Waiting, timers.Min());
    }

    /// <summary>A constructor that fails is the orchestrator's failure, not the engine's.</summary>
    ITaskOrchestrator Make(Func<IServiceProvider, ITaskOrchestrator> factory)
    {
        try
        {
            return factory(services);
        }
        catch (Exception e)
        {
            return FuncTaskOrchestrator.Create<object?, object?>((_, _) => Task.FromException<object?>(e));
        }
    }

    static Message Stray(OrchestrationStart start)
        => new(new Broken(TaskFailureDetails.FromException(new InvalidOperationException(StrayAwait.Message(start)))), null, start.ExecutionId);
}

/// <summary>An instance was started under a name that nothing is registered for.</summary>
sealed class OrchestratorMissingException(string name) : Exception($"No orchestrator task named '{name}' was found.");
