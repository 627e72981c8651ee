using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>A planned day of the cohort.</summary>
/// <param name="TextKey">What happens.</param>
/// <param name="Day">In the cohort's time zone.</param>
/// <param name="Progress">Where the cohort is with it.</param>
public sealed record Milestone(string TextKey, DateOnly Day, MilestoneProgress Progress)
{
    /// <summary>The plan in the order of its days; the last one that has come is where the cohort is now.</summary>
    public static IReadOnlyList<Milestone> Of(CohortSettings cohort, DateOnly today)
    {
        var dates = cohort.Dates;
        (string Key, DateOnly Day)[] plan =
        [
            ("timeline.announce", dates.Announce),
            ("timeline.applications-close", dates.ApplicationsClose),
            ("timeline.ask", dates.AskAvailability),
            ("timeline.availability-closes", dates.AvailabilityCloses),
            ("timeline.introduce", dates.Introduce),
            ("timeline.mid-survey", dates.MidSurvey),
            ("timeline.final-survey", dates.FinalSurvey),
            ("timeline.end", dates.End),
        ];
        var current = Array.FindLastIndex(plan, entry => entry.Day <= today);
        return [.. plan.Select((entry, index) => new Milestone(entry.Key, entry.Day, ProgressOf(index, current)))];
    }

    static MilestoneProgress ProgressOf(int index, int current) =>
        index < current ? MilestoneProgress.Past : index == current ? MilestoneProgress.Now : MilestoneProgress.Ahead;
}

public enum MilestoneProgress
{
    Past,

    /// <summary>The latest that has come.</summary>
    Now,
    Ahead,
}
