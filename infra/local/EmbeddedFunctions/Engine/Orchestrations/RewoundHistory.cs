using EmbeddedFunctions.Engine.History;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>How the history of a failed orchestration reads once its failures are taken back.</summary>
/// <param name="Steps">What stays.</param>
/// <param name="ToRepeat">What it is to be told again: the last step, when the orchestrator's own code failed in it.</param>
/// <param name="Undone">The calls whose failures are taken back, to be made again.</param>
sealed record RewoundHistory(IReadOnlyList<HistoryStep> Steps, IReadOnlyList<HistoryEvent> ToRepeat, IReadOnlyList<int> Undone)
{
    /// <summary>
    /// A failure is taken back unless the orchestrator has done something about it: then the steps after it would not follow
    /// from those before.
    /// </summary>
    /// <param name="replay">Says what the code makes of such steps.</param>
    public static RewoundHistory Of(IReadOnlyList<HistoryStep> steps, Func<IReadOnlyList<HistoryStep>, ReplayedTo> replay)
    {
        var (kept, undone) = (steps, new List<int>());
        foreach (var failure in steps.SelectMany(step => step.Received).Where(IsFailure).Cast<Answer>().Reverse())
        {
            var without = Without(kept, failure);
            if (replay(without) == ReplayedTo.Nonsense) continue;
            kept = without;
            undone.Add(failure.Id);
        }

        return kept.Count == 0 || replay(kept) == ReplayedTo.Waiting
            ? new(kept, [], undone)
            : new([.. kept.SkipLast(1)], [.. kept[^1].Received.Where(received => received is not (TimerFired or Broken))], undone);
    }

    static bool IsFailure(HistoryEvent received) => received is ActivityFailed or ChildFailed;

    /// <summary>A step of which nothing is left is left out, except for the first, which begins the orchestration.</summary>
    static List<HistoryStep> Without(IReadOnlyList<HistoryStep> steps, Answer failure) =>
        [.. steps
            .Select(step => !step.Received.Contains(failure) ? step : step with { Received = [.. step.Received.Where(received => received != failure)] })
            .Where((step, i) => i == 0 || step.Received.Count + step.Decided.Count > 0)];
}

/// <summary>What a replay comes to.</summary>
enum ReplayedTo
{
    /// <summary>The code makes other calls, or ends too early.</summary>
    Nonsense,

    /// <summary>The code ends in the last step.</summary>
    End,

    /// <summary>The code waits for more.</summary>
    Waiting,
}
