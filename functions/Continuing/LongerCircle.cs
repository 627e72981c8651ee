using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;

namespace Ilnp.Continuing;

/// <summary>A group with everything that is known of its wish to go on.</summary>
/// <param name="Settings">Its cohort's, as they are now.</param>
/// <param name="Group">As stored now.</param>
/// <param name="Members">In the group's order.</param>
/// <param name="Answers">To <see cref="Longer"/>, of members and of whoever was one.</param>
/// <param name="Dates">Null where the cohort offers nothing.</param>
public sealed record LongerCircle(
    CohortSettings Settings, Group Group, IReadOnlyList<Person> Members, IReadOnlyList<Decision> Answers, LongerDates? Dates)
{
    public Consent Consent => Dates is null ? Consent.Off : LongerRules.ConsentOf(Group, Members, Answers);

    public CommitteeMember Liaison => Settings.Liaison(Group);

    public IReadOnlyList<Person> Others(Person member) => [.. Members.Where(other => other.PersonId != member.PersonId)];

    /// <summary>Names of the others, for a sentence to a member.</summary>
    public string Partners(Person reader) => People.Names(Others(reader), reader.MailLanguage);

    /// <summary>What a member said; null for nothing.</summary>
    public string? SaidBy(Person member) => Answers.FirstOrDefault(answer => answer.SubjectId == member.PersonId)?.Choice;

    /// <summary>Who said yes, in the group's order.</summary>
    public IReadOnlyList<Person> Willing => [.. Members.Where(member => SaidBy(member) == Longer.Yes)];

    public DecisionRequest Question(Person member) => Longer.Question(Settings, Group, member, Others(member), Dates!);
}

/// <summary>Brings groups with their answers.</summary>
public sealed class LongerCircles(CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions)
{
    public async Task<LongerCircle> GetAsync(string cohortId, string groupId, CancellationToken cancellation = default)
    {
        var settings = cohorts.GetAsync(cohortId, cancellation);
        var answers = decisions.ListAsync(cohortId, Longer.Prefix(groupId), cancellation);
        var group = await groups.GetAsync(cohortId, groupId, cancellation);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(cohortId, member, cancellation)));
        return new(await settings, group, members, await answers, LongerDates.Of(await settings)?.OpenAsLongAs(await answers));
    }

    /// <summary>The member who has ended the time that was added; null while nobody has.</summary>
    public async Task<string?> StoppedByAsync(Group group, CancellationToken cancellation = default) =>
        (await decisions.ListAsync(group.CohortId, StopLonger.Prefix(group.GroupId), cancellation))
            .Where(stop => stop.Choice == StopLonger.Stop && group.Members.Contains(stop.SubjectId))
            .MinBy(stop => stop.AnsweredAt)?.SubjectId;
}
