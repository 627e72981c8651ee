using Ilnp.Matching.Problem;

namespace Ilnp.Matching;

/// <summary>A proposal.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Round">1 for the first.</param>
/// <param name="Apart">Pairs that the committee wants apart.</param>
public sealed record MatchingRound(string CohortId, int Round, IReadOnlyList<PersonPair> Apart);

/// <summary>The leads are asked to approve a proposal.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Round">Which proposal.</param>
/// <param name="Reminder">0 for the first mail, then counting.</param>
/// <param name="InstanceId">The orchestration that waits.</param>
public sealed record ApprovalRequest(string CohortId, int Round, int Reminder, string InstanceId);
