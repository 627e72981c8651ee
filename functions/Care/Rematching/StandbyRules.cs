namespace Ilnp.Care.Rematching;

/// <summary>How many people who said yes are kept ready while groups run. Pure.</summary>
public static class StandbyRules
{
    /// <summary>In a cohort of the pilot's size, one in three groups loses somebody in four months: one in ten within any month.</summary>
    const int GroupsForOne = 10;

    /// <summary>Whoever is asked only to stand ready should have a chance of it: a month and more before the final survey.</summary>
    static readonly TimeSpan LeastTime = TimeSpan.FromDays(30);

    /// <summary>How many of the waiting list to ask in advance.</summary>
    /// <param name="groups">That run.</param>
    /// <param name="ready">People who said yes and have no group.</param>
    /// <param name="asked">People who have been asked and have not answered yet.</param>
    public static int Missing(int groups, int ready, int asked) => Math.Max(0, (groups + GroupsForOne - 1) / GroupsForOne - ready - asked);

    /// <summary>Whether somebody may still be asked in advance.</summary>
    /// <param name="closes">When their inquiry would close, UTC.</param>
    /// <param name="finalSurvey">UTC.</param>
    public static bool IsTime(DateTime closes, DateTime finalSurvey) => closes + LeastTime < finalSurvey;
}
