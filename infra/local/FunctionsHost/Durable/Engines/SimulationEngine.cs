using FunctionsHost.Durable.Dispatch;
using Simulation.Orchestrations;

namespace FunctionsHost.Durable.Engines;

/// <summary>Orchestrations in process memory, on the given clock.</summary>
static class SimulationEngine
{
    /// <param name="clock">All time.</param>
    /// <param name="replayEveryStep">For tests: each step begins with a replay of the whole history, as after a restart.</param>
    public static Engine Create(TimeProvider clock, bool replayEveryStep = false)
    {
        var hub = new SimulatedTaskHub(clock);
        return new(
            hub, hub, replayEveryStep ? new WorkerSessions.None() : new WorkerSessions.Simulated(), hub.TellTimeAsync, hub.RewindAsync);
    }
}
