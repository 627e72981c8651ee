using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>What a step led to.</summary>
/// <param name="Ending">Null while the orchestration goes on.</param>
sealed record StepOutcome(IReadOnlyList<Decision> Decided, Ending? Ending);

/// <summary>How an execution ended.</summary>
abstract record Ending;

/// <param name="Final">The orchestrator does not exist, so that no retry by its caller can help.</param>
sealed record Finished(OrchestrationRuntimeStatus Status, string? Output, TaskFailureDetails? Failure, bool Final = false) : Ending;

/// <param name="Kept">Events for the next execution.</param>
sealed record ContinuedAsNew(string? Input, TaskVersion? Version, IReadOnlyList<EventRaised> Kept) : Ending;
