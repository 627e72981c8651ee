namespace Ilnp.Programme;

/// <summary>Who looks after which group.</summary>
public static class LiaisonRules
{
    /// <summary>
    /// The liaison with the most room for their load; where others have nearly as much, whoever reads a language that all members
    /// speak. Ties in the order of the settings. Over the cap only when all are full.
    /// </summary>
    /// <param name="settings">The cohort's liaisons and loads.</param>
    /// <param name="groups">The groups that are looked after now.</param>
    /// <param name="members">Of the group that is given to somebody; none where only the loads count.</param>
    public static string Next(CohortSettings settings, IEnumerable<Group> groups, params IReadOnlyList<Person> members)
    {
        var load = Loads(groups);
        double Filled(CommitteeMember liaison, int more = 0) =>
            (double)(load.GetValueOrDefault(liaison.Id) + more) / liaison.LiaisonLoad;
        var emptiest = settings.Liaisons.MinBy(liaison => Filled(liaison))!;
        // As full as the emptiest would be with two more; never over the cap for a language's sake.
        var most = Math.Min(1, Filled(emptiest, more: 2));
        return settings.Liaisons.Where(liaison => Filled(liaison, more: 1) <= most && IsUnderstood(liaison, members))
            .MinBy(liaison => Filled(liaison))?.Id ?? emptiest.Id;
    }

    static bool IsUnderstood(CommitteeMember liaison, IReadOnlyList<Person> members) =>
        members.Count > 0 && members.All(member => member.Languages.Contains(liaison.Language));

    /// <summary>How many of the groups each liaison looks after now, by id.</summary>
    public static IReadOnlyDictionary<string, int> Loads(IEnumerable<Group> groups) =>
        groups.Where(IsLookedAfter).CountBy(group => group.LiaisonId!).ToDictionary();

    /// <summary>Gives every group without a liaison one, in turn.</summary>
    /// <param name="settings">The cohort's liaisons and loads.</param>
    /// <param name="groups">In their order.</param>
    /// <param name="people">Whose languages count; none where only the loads do.</param>
    public static IReadOnlyList<Group> Assign(CohortSettings settings, IReadOnlyList<Group> groups, params IReadOnlyList<Person> people)
    {
        var (assigned, known) = (groups.ToList(), people.ToDictionary(person => person.PersonId));
        for (var i = 0; i < assigned.Count; i++)
            if (assigned[i].LiaisonId is null && assigned[i].Status is GroupStatus.Proposed or GroupStatus.Active)
                assigned[i] = assigned[i] with { LiaisonId = Next(settings, assigned, Known(assigned[i])) };
        return assigned;

        Person[] Known(Group group) => [.. group.Members.Select(known.GetValueOrDefault).OfType<Person>()];
    }

    /// <summary>The group's liaison; the first lead for a group whose liaison has left the settings.</summary>
    public static CommitteeMember Liaison(this CohortSettings settings, Group group) =>
        settings.Committee.FirstOrDefault(member => member.Id == group.LiaisonId) ?? settings.Leads.First();

    /// <summary>Who hears of a group's matters on a day: its liaison, and whoever stands in while they are away.</summary>
    public static IReadOnlyList<CommitteeMember> LookingAfter(this CohortSettings settings, Group group, DateOnly today)
    {
        var liaison = settings.Liaison(group);
        return settings.StandIn(liaison, today) is { } standIn ? [liaison, standIn] : [liaison];
    }

    /// <summary>
    /// Who stands in for a member on a day; null while they are there, or when that one could not decide anything any more.
    /// </summary>
    public static CommitteeMember? StandIn(this CohortSettings settings, CommitteeMember member, DateOnly today) =>
        member.Absence is { } absence && absence.Covers(today) && absence.StandInId != member.Id
        && settings.Member(absence.StandInId) is { } standIn && (standIn.Is(CommitteeRole.Liaison) || standIn.Is(CommitteeRole.Lead))
            ? standIn
            : null;

    /// <summary>Whether somebody has what it takes to stand in for a member: leads for everybody, liaisons for liaisons.</summary>
    public static bool MayStandInFor(CommitteeMember other, CommitteeMember member) =>
        other.Id != member.Id && (other.Is(CommitteeRole.Lead) || (other.Is(CommitteeRole.Liaison) && member.Is(CommitteeRole.Liaison)));

    static bool IsLookedAfter(Group group) => group.LiaisonId is not null && group.Status is GroupStatus.Proposed or GroupStatus.Active;
}
