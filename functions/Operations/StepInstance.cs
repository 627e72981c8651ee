namespace Ilnp.Operations;

/// <summary>
/// What an orchestration does, and for which cohort, as its instance id says: <c>group-{cohort}-{group}</c>. The ids are made
/// by <see cref="Programme.InstanceIds"/> and by intake; a test holds the two sides together.
/// </summary>
/// <param name="Step">What it does.</param>
/// <param name="CohortId">Null when it belongs to no cohort that is known.</param>
/// <param name="Subject">What it is about: the group, the survey, the submission; empty where the cohort has one only.</param>
public sealed record StepInstance(Step Step, string? CohortId, string Subject)
{
    static readonly Dictionary<string, Step> Single = new()
    {
        ["cohort"] = Step.Cohort,
        ["review"] = Step.Review,
        ["matching"] = Step.Matching,
        ["availability"] = Step.Availability,
        ["care"] = Step.Care,
        ["weeks"] = Step.LiaisonWeeks,
        ["seconds"] = Step.Seconds,
    };

    static readonly Dictionary<string, Step> Several = new()
    {
        ["survey"] = Step.Survey,
        ["rematch"] = Step.Rematch,
        ["search"] = Step.Search,
        ["group"] = Step.Group,
        ["intake"] = Step.Intake,
        ["import"] = Step.Import,
        ["erasure"] = Step.Erasure,
        ["receipt"] = Step.Receipt,
        ["dates"] = Step.Dates,
        ["bulk"] = Step.Bulk,
        ["longer"] = Step.Longer,
        ["meeting"] = Step.Meeting,
        ["story"] = Step.Story,
        ["moretime"] = Step.MoreTime,
    };

    /// <summary>Steps of which a cohort may have several.</summary>
    public static IEnumerable<Step> Repeated => [.. Several.Values, Step.Unknown];

    /// <summary>Cohorts' ids have hyphens, so that one may begin with another: the longest that fits is meant.</summary>
    public static StepInstance Of(string instanceId, IEnumerable<string> cohortIds)
    {
        var (first, rest) = instanceId.Split('-', 2) is [var before, var after] ? (before, after) : (instanceId, "");
        if (Single.TryGetValue(first, out var single) && cohortIds.Contains(rest)) return new(single, rest, "");
        var cohort = cohortIds
            .Where(id => rest.Length > id.Length + 1 && rest.StartsWith($"{id}-", StringComparison.Ordinal))
            .MaxBy(id => id.Length);
        return cohort is not null && Several.TryGetValue(first, out var several)
            ? new(several, cohort, rest[(cohort.Length + 1)..])
            : new(Step.Unknown, null, "");
    }
}
