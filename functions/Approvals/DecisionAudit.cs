namespace Ilnp.Approvals;

/// <summary>One recording of an answer: never changed, never deleted before the cohort's data are.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Version">The decision's version by this recording.</param>
/// <param name="At">UTC.</param>
/// <param name="LinkVersion">Which of the decision's links was used.</param>
/// <param name="Before">The answers until then, null for the first.</param>
/// <param name="After">The answers from then on.</param>
public sealed record DecisionAudit(
    string DecisionId,
    int Version,
    DateTimeOffset At,
    int LinkVersion,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Before,
    IReadOnlyDictionary<string, IReadOnlyList<string>> After);

/// <summary>Written with an answer and deleted when everybody has heard of it; what is left after a crash is announced again.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Version">The version to announce.</param>
/// <param name="Handing">Of whom a handing was not told yet; 0 for an answer.</param>
public sealed record Announcement(string DecisionId, int Version, int Handing = 0);
