using Ilnp.Cohort;
using Ilnp.Committee.Overview;
using Ilnp.Programme;

namespace Ilnp.Committee.HandOver;

/// <summary>Everything that somebody needs who takes a cohort over.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Overview">As the committee's own page has it.</param>
/// <param name="Secrets">What is to be changed when people go.</param>
public sealed record HandOverModel(CommitteeReader Reader, DateTimeOffset At, CohortOverview Overview, IReadOnlyList<SecretInUse> Secrets)
{
    /// <summary>Of a cohort's page.</summary>
    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/hand-over";

    /// <summary>Days that have not come.</summary>
    public IEnumerable<Milestone> Ahead => Overview.Timeline.Where(milestone => milestone.Progress == MilestoneProgress.Ahead);

    /// <summary>The settings as a file, to start the next cohort from.</summary>
    public string Settings => CohortSettingsFile.Write(Reader.Cohort);

    /// <summary>Groups that run, by whoever looks after them.</summary>
    public IReadOnlyDictionary<string, int> Loads => LiaisonRules.Loads(Overview.Groups);

    /// <summary>What a member does, in words.</summary>
    public string RolesOf(CommitteeMember member) =>
        string.Join("; ", member.Roles.Select(role => Reader.Texts[$"draft.role.{role.ToString().ToLowerInvariant()}"]));

    /// <summary>What to do first, in its order: only what there is.</summary>
    public IEnumerable<string> FirstWeek =>
    [
        "hand-over.first.sign-in",
        .. Overview.Stopped.Count > 0 || Overview.Now.State != CohortState.Running ? new[] { "hand-over.first.stopped" } : [],
        .. Overview.Waiting.Count > 0 ? new[] { "hand-over.first.decide" } : [],
        .. Overview.Unclear.HeldBack > 0 ? new[] { "hand-over.first.unclear" } : [],
        "hand-over.first.committee",
        "hand-over.first.keys",
        "hand-over.first.mail",
        "hand-over.first.watch",
    ];
}
