using EmbeddedFunctions.Engine.History;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>Compares what replayed code decides with what it decided before.</summary>
static class Determinism
{
    /// <summary>Kinds and names must agree; inputs and due times may change with the code, since the recorded ones count.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">They do not.</exception>
    public static void Check(OrchestrationStart start, int step, IReadOnlyList<Decision> recorded, IReadOnlyList<Decision> made)
    {
        for (var i = 0; i < Math.Max(recorded.Count, made.Count); i++)
        {
            var (expected, actual) = (recorded.ElementAtOrDefault(i), made.ElementAtOrDefault(i));
            if (!Same(expected, actual)) throw NonDeterministicOrchestrationException.Between(start, step, expected, actual);
        }
    }

    static bool Same(Decision? expected, Decision? actual) => expected?.Id == actual?.Id && (expected, actual) switch
    {
        (ActivityScheduled e, ActivityScheduled a) => Same(e.Name, a.Name),
        (ChildScheduled e, ChildScheduled a) => Same(e.Name, a.Name) && e.InstanceId == a.InstanceId,
        (EventSent e, EventSent a) => Same(e.Name, a.Name) && e.InstanceId == a.InstanceId,
        (TimerScheduled, TimerScheduled) => true,
        _ => false,
    };

    static bool Same(string expected, string actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase);
}
