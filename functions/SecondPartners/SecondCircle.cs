using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;

namespace Ilnp.SecondPartners;

/// <summary>A group with everything that is known of its members' wishes for a second partner.</summary>
/// <param name="Group">As stored now.</param>
/// <param name="Members">In the group's order.</param>
/// <param name="Answers">To <see cref="Second"/>, of members and of whoever was one.</param>
/// <param name="IsTroubled">By the last words of its members.</param>
public sealed record SecondCircle(Group Group, IReadOnlyList<Person> Members, IReadOnlyList<Decision> Answers, bool IsTroubled)
{
    public bool IsSound => SecondRules.IsSound(Group, Members, IsTroubled);

    public IReadOnlyList<Person> Others(Person member) => [.. Members.Where(other => other.PersonId != member.PersonId)];

    /// <summary>Names of the others, for a sentence to a member.</summary>
    public string Partners(Person reader) => People.Names(Others(reader), reader.MailLanguage);

    /// <summary>What a member said; null for nothing.</summary>
    public string? SaidBy(Person member) => Answers.FirstOrDefault(answer => answer.SubjectId == member.PersonId)?.Choice;

    public SecondStand StandOf(Person member) => SecondRules.StandOf(member, Others(member), Answers);

    /// <summary>Who wishes one, in the group's order.</summary>
    public IReadOnlyList<Person> Wishing => [.. Members.Where(member => SaidBy(member) == Second.Wish)];

    public DecisionRequest Question(Person member, SecondDates dates) => Second.Question(Group, member, Others(member), dates);
}

/// <summary>Brings groups with their answers.</summary>
public sealed class SecondCircles(PeopleStore people, GroupStore groups, DecisionStore decisions)
{
    public async Task<SecondCircle> GetAsync(string cohortId, string groupId, CancellationToken cancellation = default)
    {
        var answers = decisions.ListAsync(cohortId, Second.Prefix(groupId), cancellation);
        var pulses = decisions.ListAsync(cohortId, $"{Pulse.Form}-{groupId}-", cancellation);
        var group = await groups.GetAsync(cohortId, groupId, cancellation);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(cohortId, member, cancellation)));
        return new(group, members, await answers, LastWords.Troubled(await pulses).Contains(groupId));
    }

    /// <summary>All of a cohort in which somebody said something of it.</summary>
    public async Task<IReadOnlyList<SecondCircle>> ListAsync(string cohortId, CancellationToken cancellation = default)
    {
        var answers = (await decisions.ListAsync(cohortId, Second.All, cancellation))
            .ToLookup(answer => Second.GroupOf(answer.DecisionId));
        if (answers.Count == 0) return [];
        var troubled = LastWords.Troubled(await decisions.ListAsync(cohortId, $"{Pulse.Form}-", cancellation));
        var known = (await people.ListAsync(cohortId, cancellation)).ToDictionary(person => person.PersonId);
        return
        [
            .. (await groups.ListAsync(cohortId, cancellation)).Where(group => answers.Contains(group.GroupId)).Select(group =>
                new SecondCircle(
                    group,
                    [.. group.Members.Select(known.GetValueOrDefault).OfType<Person>()],
                    [.. answers[group.GroupId]],
                    troubled.Contains(group.GroupId))),
        ];
    }
}
