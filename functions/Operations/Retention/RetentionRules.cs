using Ilnp.Continuing;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Operations.Retention;

/// <summary>What is due to go. Pure; all moments UTC.</summary>
public static class RetentionRules
{
    /// <summary>A link that was good once is too old to be used long before.</summary>
    static readonly TimeSpan UsedLinks = TimeSpan.FromDays(60);

    /// <summary>An application's own orchestration tells for that long that the same message has come before.</summary>
    static readonly TimeSpan Intake = TimeSpan.FromDays(90);

    static readonly TimeSpan AfterLonger = TimeSpan.FromDays(30);

    static readonly TimeSpan Echo = TimeSpan.FromDays(180);

    /// <summary>Whether the cohort's people are to be forgotten.</summary>
    public static bool IsOver(CohortSettings cohort, DateTimeOffset now) =>
        now.UtcDateTime >= new ProgrammeCalendar(cohort).End.AddDays(cohort.Of<PrivacySettings>().KeepDays);

    /// <summary>
    /// Whether a cohort that is over waits all the same: while one of its groups goes on after the programme's end by the consent of all
    /// its members. A month after the last of them can have ended it waits for nothing.
    /// </summary>
    public static bool Waits(CohortSettings cohort, IEnumerable<Group> groups, DateTimeOffset now) =>
        MayWait(cohort, now) && groups.Any(group => group.GoesOn is { EndedAt: null } && group.Status != GroupStatus.Dissolved);

    /// <summary>Whether its groups need to be looked at for that at all.</summary>
    public static bool MayWait(CohortSettings cohort, DateTimeOffset now) =>
        LongerDates.LastEnd(cohort) is { } last && now.UtcDateTime < last + AfterLonger;

    /// <summary>
    /// Whether a night looks again at a cohort of which nothing was left: on the first of the months that follow, since a late word may
    /// have come from somewhere; and never once half a year has passed without one.
    /// </summary>
    /// <param name="forgotten">When nothing was left, UTC.</param>
    /// <param name="now">UTC.</param>
    public static bool IsLookedAtAgain(DateTimeOffset forgotten, DateTimeOffset now) => now.UtcDateTime.Day == 1 && now - forgotten < Echo;

    /// <summary>Days before this one are of no use any more: every cohort whose report may still be written anew begins later.</summary>
    /// <param name="held">Cohorts of which something is held.</param>
    /// <param name="today">UTC.</param>
    public static DateOnly UsageBefore(IEnumerable<CohortSettings> held, DateOnly today) =>
        held.Select(cohort => cohort.Dates.Announce).Append(today).Min();

    /// <summary>Links used before are forgotten.</summary>
    public static DateTimeOffset UsedLinksBefore(DateTimeOffset now) => now - UsedLinks;

    /// <summary>
    /// Whether the history of an orchestration goes: of what has ended by itself, applications' and receipts' after their days, all others
    /// with their cohort. What stands failed waits for somebody to look at it, until its cohort is over. The cohort's own stays: by it a
    /// cohort is known, and not begun a second time.
    /// </summary>
    /// <param name="instance">Without its inputs and outputs.</param>
    /// <param name="step">What its id says.</param>
    /// <param name="isOver">Whether its cohort is over.</param>
    /// <param name="now">UTC.</param>
    public static bool IsDue(OrchestrationMetadata instance, StepInstance step, bool isOver, DateTimeOffset now) =>
        instance.IsCompleted && step.Step != Step.Cohort
        && (isOver || (instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            && step.Step is Step.Intake or Step.Import or Step.Erasure or Step.Receipt && now - instance.LastUpdatedAt >= Intake));
}
