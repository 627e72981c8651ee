namespace Ilnp.Care.Questions;

/// <summary>The question to somebody whose partner has not heard from them.</summary>
public static class Nudge
{
    public const string Form = "nudge";
    public const string Here = "here";

    /// <summary>Raised when the silent person answers.</summary>
    public const string Answered = "NudgeAnswered";

    public static string DecisionId(string groupId, int round, string personId) => $"{Form}-{groupId}-{round}-{personId}";
}
