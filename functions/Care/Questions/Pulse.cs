namespace Ilnp.Care.Questions;

/// <summary>The question to each member how it goes: form name, choices, event name.</summary>
public static class Pulse
{
    public const string Form = "pulse";
    public const string Heard = "heard";

    /// <summary>Nothing heard from a partner.</summary>
    public const string NotYet = "not-yet";

    /// <summary>In touch, but it does not work well.</summary>
    public const string Mismatch = "mismatch";

    /// <summary>Something happened that should not: for the leads alone.</summary>
    public const string Trouble = "trouble";

    public const string Leave = "leave";

    /// <summary>No internet or mail for a while.</summary>
    public const string Technical = "technical";

    /// <summary>
    /// What would help where it does not work well: a partner of another kind of library than the
    /// one there was, or one whose day is nearer.
    /// </summary>
    public const string Help = "help", Background = "background", Hours = "hours";

    const string PauseOf = "pause-";
    const int DaysOfAWeek = 7;

    /// <summary>For how many weeks somebody may pause.</summary>
    static readonly int[] Weeks = [1, 2, 4];

    /// <summary>How long technical trouble is taken to last, weeks.</summary>
    const int TechnicalWeeks = 2;

    /// <summary>Raised with each answer to a pulse of the group.</summary>
    public const string Answered = "PulseAnswered";

    public static IEnumerable<string> Pauses => Weeks.Select(Pause);

    public static string Pause(int weeks) => $"{PauseOf}{weeks}";

    /// <summary>Days of a pause by the choice that asks for it; null for other choices.</summary>
    public static int? PauseDays(string choice) =>
        choice == Technical ? TechnicalWeeks * DaysOfAWeek
        : Weeks.Where(weeks => choice == Pause(weeks)).Select(weeks => (int?)(weeks * DaysOfAWeek)).SingleOrDefault();

    /// <summary>The group that a pulse asked about.</summary>
    public static string GroupOf(string decisionId) => decisionId.Split('-')[1];

    /// <summary>What somebody says without having been asked, on their own page.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="day">The day in UTC, in digits.</param>
    /// <param name="personId">Who speaks.</param>
    public static string OwnWordId(string groupId, string day, string personId) => $"{Form}-{groupId}-d{day}-{personId}";

    public static string DecisionId(string groupId, int round, string personId) => $"{Form}-{groupId}-{round}-{personId}";
}
