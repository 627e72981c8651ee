using EmbeddedFunctions.Engine.History;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>The orchestrator's code, replayed, does not do what the history says it did.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : InvalidOperationException(message)
{
    internal static NonDeterministicOrchestrationException Between(OrchestrationStart start, int step, Decision? expected, Decision? actual)
        => new($"Orchestrator '{start.Name}', instance '{start.InstanceId}', is not deterministic: in step {step} its history has "
            + $"{Describe(expected)}, but its code now made {Describe(actual)}. "
            + "An orchestrator must make the same calls in the same order at every replay; change running ones behind a version.");

    static string Describe(Decision? decision) => decision switch
    {
        null => "no further call",
        ActivityScheduled a => $"call {a.Id}, activity '{a.Name}'",
        ChildScheduled c => $"call {c.Id}, sub-orchestration '{c.Name}' ({c.InstanceId})",
        TimerScheduled t => $"call {t.Id}, a timer due {t.DueAt:O}",
        EventSent e => $"call {e.Id}, event '{e.Name}' to {e.InstanceId}",
        _ => $"call {decision.Id}, {decision.GetType().Name}",
    };
}
