namespace Ilnp.Programme;

/// <summary>Deterministic instance ids: starting a step again finds the running one.</summary>
public static class InstanceIds
{
    public static string Cohort(string cohortId) => $"cohort-{cohortId}";

    public static string Matching(string cohortId) => $"matching-{cohortId}";

    public static string Availability(string cohortId) => $"availability-{cohortId}";

    public static string Review(string cohortId) => $"review-{cohortId}";

    public static string Care(string cohortId) => $"care-{cohortId}";

    public static string Group(string cohortId, string groupId) => $"group-{cohortId}-{groupId}";

    public static string Rematch(string cohortId, string groupId, string leaverId) => $"rematch-{cohortId}-{groupId}-{leaverId}";

    public static string Survey(string cohortId, string survey) => $"survey-{cohortId}-{survey}";
}
