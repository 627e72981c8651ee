using DurableTask.Core;

namespace Simulation.Orchestrations;

/// <summary>A step that an orchestration is to take, or is taking.</summary>
public sealed class SimulatedWorkItem : TaskOrchestrationWorkItem
{
    internal SimulatedWorkItem(SimulatedInstance instance, IDisposable stillness) => (Instance, Stillness) = (instance, stillness);

    /// <summary>Steps of this execution before this one: whoever has seen them all needs only what is new.</summary>
    public int StepsBefore => Instance.Steps;

    internal SimulatedInstance Instance { get; }

    /// <summary>Keeps time still until the step is taken.</summary>
    internal IDisposable Stillness { get; }
}
