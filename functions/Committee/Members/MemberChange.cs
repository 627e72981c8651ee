using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>Somebody joins the committee of a running cohort, is changed, or leaves it. Pure.</summary>
/// <param name="MemberId">Whose id it is, and stays: a former member's is never given again.</param>
/// <param name="Before">Null for whoever joins.</param>
/// <param name="After">Null for whoever leaves.</param>
public sealed record MemberChange(string MemberId, CommitteeMember? Before, CommitteeMember? After)
{
    public const string Join = "join", Change = "change", Leave = "leave", Absence = "absence", Introductions = "introductions";

    /// <summary>Which of these it is.</summary>
    public string Action => Before is null ? Join
        : After is null ? Leave
        : !Same(Before, After) ? Change
        : Before.IntroductionsWeekly != After.IntroductionsWeekly ? Introductions
        : Absence;

    public string Name => (After ?? Before)!.Name;

    public bool IsNewAddress =>
        Before is not null && After is not null && !Before.Email.Equals(After.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is otherwise than before, for whoever was there and stays.</summary>
    public IReadOnlyList<FieldChange> Fields => Before is null || After is null ? [] :
    [
        .. new FieldChange[]
        {
            new(FieldChange.Name, Before.Name, After.Name), new(FieldChange.Email, Before.Email, After.Email),
            new(FieldChange.Roles, Words(Before.Roles), Words(After.Roles)),
            new(FieldChange.Load, Words(Before.LiaisonLoad), Words(After.LiaisonLoad)),
        }.Where(one => one.Before != one.After),
    ];

    /// <summary>The committee with the change in it; an absence whose stand-in goes is over.</summary>
    public CohortSettings Apply(CohortSettings settings, DateTimeOffset at) => settings with
    {
        Committee =
        [
            .. settings.Committee.Where(member => After is not null || member.Id != MemberId)
                .Select(member => member.Id == MemberId ? After! : StoodInFor(member)),
            .. Before is null ? [After!] : Array.Empty<CommitteeMember>(),
        ],
        FormerCommittee = After is null ? [.. settings.FormerCommittee, new(MemberId, Before!.Name, at)] : settings.FormerCommittee,
    };

    /// <summary>Whether the committee is as it shall be.</summary>
    public bool IsIn(CohortSettings settings) => (settings.Member(MemberId), After) switch
    {
        ({ } now, { } after) => Same(now, after) && (now.Absence, now.IntroductionsWeekly) == (after.Absence, after.IntroductionsWeekly),
        (null, null) => settings.FormerCommittee.Any(former => former.Id == MemberId),
        _ => false,
    };

    CommitteeMember StoodInFor(CommitteeMember member) =>
        After is null && member.Absence?.StandInId == MemberId ? member with { Absence = null } : member;

    static bool Same(CommitteeMember one, CommitteeMember other) =>
        one.Name == other.Name && one.Email == other.Email && one.LiaisonLoad == other.LiaisonLoad && one.Language == other.Language
        && one.Roles.Order().SequenceEqual(other.Roles.Order());

    static string Words(IEnumerable<CommitteeRole> roles) =>
        string.Join(", ", roles.Order().Select(role => role.ToString().ToLowerInvariant()));

    static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}
