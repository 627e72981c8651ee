namespace Ilnp.Matching;

/// <summary>Words of the decision about a proposal.</summary>
public static class MatchApproval
{
    /// <summary>Name of the form, <see cref="Approvals.DecisionRequest.Form"/>.</summary>
    public const string Form = "match-approval";

    public const string Approve = "approve";

    /// <summary>One decision for each lead and round.</summary>
    public static string DecisionId(int round, string memberId) => $"{Form}-{round}-{memberId}";

    public static bool IsOf(string decisionId, int round) => decisionId.StartsWith($"{Form}-{round}-", StringComparison.Ordinal);
}
