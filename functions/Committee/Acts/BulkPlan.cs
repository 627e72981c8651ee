namespace Ilnp.Committee.Acts;

/// <summary>
/// The same act about many people, as it was decided. What each of them became of it stands in their own acts, and with the orchestration.
/// </summary>
/// <param name="PlanId">The same for whoever presses the button of the same page.</param>
/// <param name="Act">Name of the act.</param>
/// <param name="Said">What was chosen for all of them, by question; without notes, which stand in <see cref="CommitteeAct.Note"/>.</param>
/// <param name="People">Ids of those whom it concerned when it was decided.</param>
public sealed record BulkPlan(string PlanId, string Act, IReadOnlyDictionary<string, string> Said, IReadOnlyList<string> People)
{
    /// <summary>What the act of deciding it is about.</summary>
    public static string Subject(string planId) => $"bulk-{planId}";

    /// <summary>Of the page that tells how far it is.</summary>
    public static string PathOf(string cohortId, string planId) => $"/cohorts/{cohortId}/bulk/{planId}";
}
