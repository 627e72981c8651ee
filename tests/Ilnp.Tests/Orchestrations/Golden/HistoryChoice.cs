using EmbeddedFunctions.Engine.History;

namespace Ilnp.Tests.Orchestrations.Golden;

/// <summary>A few of many histories that together show everything the many show.</summary>
static class HistoryChoice
{
    /// <summary>The shortest histories first; one is taken when two calls follow each other in it that do so in none taken before.</summary>
    public static IReadOnlyList<RecordedHistory> From(IEnumerable<RecordedHistory> histories)
    {
        var seen = new HashSet<(string? Call, string? Next)>();
        return [.. histories.OrderBy(history => history.ToJson().Length).Where(history => Add(seen, history.Calls))];
    }

    static bool Add(HashSet<(string? Call, string? Next)> seen, IReadOnlyList<string> calls)
    {
        var before = seen.Count;
        seen.UnionWith(Enumerable.Zip<string?, string?>([null, .. calls], [.. calls, null]));
        return seen.Count > before;
    }
}
