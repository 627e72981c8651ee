using DurableTask.Core;

namespace Simulation.Orchestrations;

/// <summary>An activity that is to run, or is running.</summary>
/// <param name="Call">What an orchestration asked for.</param>
/// <param name="Attempts">How often that has been tried in vain: the activity did not even fail.</param>
sealed record SimulatedActivity(TaskMessage Call, int Attempts = 0);
