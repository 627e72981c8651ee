using FunctionsHost.Durable.Dispatch;
using Microsoft.DurableTask.Protobuf;

namespace Ilnp.Tests.Orchestration.Golden;

/// <summary>A few of many histories that together show everything the many show.</summary>
static class HistoryChoice
{
    /// <summary>
    /// The shortest histories first; one is taken when two calls follow each other in it that do so in none taken before.
    /// </summary>
    /// <param name="histories">To choose from.</param>
    /// <param name="before">Taken already.</param>
    public static IReadOnlyList<RecordedExecution> From(
        IEnumerable<RecordedExecution> histories, IReadOnlyList<RecordedExecution> before)
    {
        var seen = new HashSet<(string? Call, string? Next)>();
        foreach (var taken in before) Add(seen, Calls(taken));
        return [.. histories.OrderBy(history => history.ToJson().Length).Where(history => Add(seen, Calls(history)))];
    }

    static bool Add(HashSet<(string? Call, string? Next)> seen, IReadOnlyList<string> calls)
    {
        var before = seen.Count;
        seen.UnionWith(Enumerable.Zip<string?, string?>([null, .. calls], [.. calls, null]));
        return seen.Count > before;
    }

    /// <summary>What the orchestrator decided, in order, by kind and name.</summary>
    static List<string> Calls(RecordedExecution history) =>
        [
            .. history.Request.PastEvents.Concat(history.Request.NewEvents).Select(Call).OfType<string>(),
            .. history.Actions.Select(GoldenHistories.Told),
        ];

    static string? Call(HistoryEvent happened) => happened switch
    {
        { TaskScheduled: { } call } => $"activity {call.Name}",
        { SubOrchestrationInstanceCreated: { } child } => $"sub-orchestration {child.Name}",
        { TimerCreated: not null } => "timer",
        { EventSent: { } sent } => $"event {sent.Name}",
        _ => null,
    };
}
