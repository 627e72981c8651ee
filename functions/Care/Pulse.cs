namespace Ilnp.Care;

/// <summary>Words of the pulse, the nudge and the liaison's decision: form names, choices and event names.</summary>
public static class Pulse
{
    public const string Form = "pulse";
    public const string Heard = "heard";
    public const string NotYet = "not-yet";
    public const string Trouble = "trouble";
    public const string Leave = "leave";

    /// <summary>Raised with each answer to a pulse of the group.</summary>
    public const string Answered = "PulseAnswered";

    public static string DecisionId(string groupId, int round, string personId) => $"{Form}-{groupId}-{round}-{personId}";

    public static bool IsOf(string decisionId) => decisionId.StartsWith($"{Form}-", StringComparison.Ordinal);
}

/// <summary>The question to somebody whose partner has not heard from them.</summary>
public static class Nudge
{
    public const string Form = "nudge";
    public const string Here = "here";
    public const string Leave = "leave";

    /// <summary>Raised when the silent person answers.</summary>
    public const string Answered = "NudgeAnswered";

    public static string DecisionId(string groupId, int round, string personId) => $"{Form}-{groupId}-{round}-{personId}";
}

/// <summary>The liaison's decision about a group that does not work.</summary>
public static class LiaisonDecision
{
    public const string Form = "liaison-rematch";
    public const string Rematch = "rematch";
    public const string Wait = "wait";

    /// <summary>Raised when the liaison decides.</summary>
    public const string Decided = "LiaisonDecided";

    public static string DecisionId(string groupId, int round, string aboutId) => $"{Form}-{groupId}-{round}-{aboutId}";

    /// <summary>Whom a decision is about: person ids have no hyphens.</summary>
    public static string AboutOf(string decisionId) => decisionId[(decisionId.LastIndexOf('-') + 1)..];
}

/// <summary>The consent of a sound pair to a third partner.</summary>
public static class TrioConsent
{
    public const string Form = "trio-consent";
    public const string Agree = "agree";
    public const string Keep = "keep";

    /// <summary>Raised when a member of the pair answers.</summary>
    public const string Answered = "TrioConsentAnswered";

    public static string DecisionId(string groupId, string newcomerId, string memberId) => $"{Form}-{groupId}-{newcomerId}-{memberId}";
}
