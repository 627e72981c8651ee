using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Orchestration.Retries;

/// <summary>
/// The end of a round of tries. Letting a failed orchestration go on takes out of its history what failed, here this activity
/// alone, and runs it again: now it succeeds, and the tries begin anew.
/// </summary>
public sealed class GivingUp(TimeProvider time)
{
    /// <exception cref="GaveUp">Nobody has let it go on yet.</exception>
    [Function(nameof(GiveUp))]
    public void GiveUp([ActivityTrigger] RoundEnded round)
    {
        if (RetryRules.IsFailure(round.At, time.GetUtcNow())) throw new GaveUp(round.Activity);
    }
}

/// <summary>All tries of a round had no success.</summary>
/// <param name="Activity">What was tried.</param>
/// <param name="At">UTC.</param>
public sealed record RoundEnded(string Activity, DateTime At);
