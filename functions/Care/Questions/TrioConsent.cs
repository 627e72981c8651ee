namespace Ilnp.Care.Questions;

/// <summary>The consent of a sound pair to a third partner: form name, choices, event name.</summary>
public static class TrioConsent
{
    public const string Form = "trio-consent";
    public const string Agree = "agree";
    public const string Keep = "keep";

    /// <summary>Raised when a member of the pair answers.</summary>
    public const string Answered = "TrioConsentAnswered";

    public static string DecisionId(string groupId, string newcomerId, string memberId) => $"{Form}-{groupId}-{newcomerId}-{memberId}";

    /// <summary>The pair that was asked.</summary>
    public static string GroupOf(string decisionId) => decisionId[(Form.Length + 1)..].Split('-')[0];
}
