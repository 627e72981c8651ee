namespace Ilnp.Committee.People.Bulk;

/// <summary>What was decided about many people, to be done. Ids only: the history keeps it.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PlanId">The plan, which stands among the committee's acts.</param>
/// <param name="MemberId">Who decided it.</param>
/// <param name="People">Ids.</param>
public sealed record BulkRun(string CohortId, string PlanId, string MemberId, IReadOnlyList<string> People);

/// <summary>One person of it.</summary>
public sealed record BulkStep(string CohortId, string PlanId, string MemberId, string PersonId);

/// <summary>How far it is.</summary>
/// <param name="Done">About how many it was done.</param>
/// <param name="LeftOut">How many were left out, by reason.</param>
public sealed record BulkProgress(int Done, IReadOnlyDictionary<string, int> LeftOut);

/// <summary>What became of it: about everybody else of the plan it was done.</summary>
public sealed record BulkResult(int Done, IReadOnlyList<LeftOut> LeftOut)
{
    public BulkProgress Progress => new(Done, LeftOut.GroupBy(one => one.Reason).ToDictionary(same => same.Key, same => same.Count()));
}
