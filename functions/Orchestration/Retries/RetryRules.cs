namespace Ilnp.Orchestration.Retries;

/// <summary>When an activity that met what may pass by itself is tried again, and when no more.</summary>
public static class RetryRules
{
    /// <summary>Tries of one round, which takes about three and a half hours.</summary>
    public const int Tries = 10;

    static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Longer than the engine takes to run an activity, shorter than anybody takes to let a failure go on.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait for the next try; null after the last of a round.</summary>
    /// <param name="tries">Tries so far, of all rounds; at least one.</param>
    public static TimeSpan? WaitAfter(int tries)
    {
        var inRound = tries % Tries;
        if (inRound == 0) return null;
        var wait = First * Math.Pow(3, inRound - 1);
        return wait < Longest ? wait : Longest;
    }

    /// <summary>
    /// Whether a round that has just ended is a failure. Asked again later it is not, and the next round begins: then somebody
    /// let the orchestration go on, or the app itself was away.
    /// </summary>
    /// <param name="ended">UTC, when the last try of the round had no success.</param>
    /// <param name="now">UTC.</param>
    public static bool IsFailure(DateTime ended, DateTimeOffset now) => now.UtcDateTime - ended < Moment;
}
