using System.Collections.Concurrent;
using DurableTask.Core;
using Simulation.Orchestrations;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>
/// What the worker remembers of orchestrations between their steps (the extended sessions of the durable extension): of an
/// execution whose steps it has all taken it needs only what is new.
/// </summary>
abstract class WorkerSessions
{
    /// <summary>As long as the worker keeps an orchestration that takes no step, in seconds of real time.</summary>
    public abstract double? IdleSeconds { get; }

    /// <summary>Whether the worker has seen everything before this step.</summary>
    public abstract bool Knows(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state, WorkItemMetadata? metadata);

    /// <summary>The worker has taken the step; it will have forgotten when the step is given up after all.</summary>
    public abstract void Taken(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state);

    /// <summary>The worker has to be told everything again.</summary>
    public abstract void Forget(string instanceId);

    /// <summary>Every step begins with a replay of the whole history.</summary>
    public sealed class None : WorkerSessions
    {
        public override double? IdleSeconds => null;

        public override bool Knows(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state, WorkItemMetadata? metadata) => false;

        public override void Taken(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state)
        {
        }

        public override void Forget(string instanceId)
        {
        }
    }

    /// <summary>As the engine's own sessions go; they end with each step that another process may take.</summary>
    public sealed class OfTheEngine(double idleSeconds) : WorkerSessions
    {
        public override double? IdleSeconds => idleSeconds;

        public override bool Knows(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state, WorkItemMetadata? metadata) =>
            metadata is { IsExtendedSession: true, IncludeState: false };

        public override void Taken(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state)
        {
        }

        public override void Forget(string instanceId)
        {
        }
    }

    /// <summary>In a simulation nobody else takes steps: whoever took the last one knows them all.</summary>
    public sealed class Simulated : WorkerSessions
    {
        readonly ConcurrentDictionary<string, (string ExecutionId, int Steps)> taken = [];

        /// <summary>Months pass in seconds, so nothing is idle for long.</summary>
        public override double? IdleSeconds => 600;

        public override bool Knows(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state, WorkItemMetadata? metadata) =>
            taken.TryGetValue(step.InstanceId, out var known)
            && known == (state.OrchestrationInstance!.ExecutionId, ((SimulatedWorkItem)step).StepsBefore)
            && state.PastEvents.Count > 0;

        public override void Taken(TaskOrchestrationWorkItem step, OrchestrationRuntimeState state)
        {
            var before = state.PastEvents.Count > 0 ? ((SimulatedWorkItem)step).StepsBefore : 0;
            taken[step.InstanceId] = (state.OrchestrationInstance!.ExecutionId, before + 1);
        }

        public override void Forget(string instanceId) => taken.TryRemove(instanceId, out _);
    }
}
