using Ilnp.Approvals;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Introductions;

/// <summary>Tells partners of each other, with the liaison in copy.</summary>
public sealed class IntroductionActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, Questions questions, TimeProvider time)
{
    /// <summary>Ids of the groups that are formed and not introduced yet.</summary>
    [Function(nameof(ListGroupsToIntroduce))]
    public async Task<IReadOnlyList<string>> ListGroupsToIntroduce([ActivityTrigger] string cohortId) =>
        [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Proposed).Select(group => group.GroupId)];

    /// <summary>The group and its members become active; gives the members' ids.</summary>
    [Function(nameof(ActivateGroup))]
    public async Task<IReadOnlyList<string>> ActivateGroup([ActivityTrigger] GroupRef reference)
    {
        var group = await groups.UpdateAsync(reference.CohortId, reference.GroupId, Introduced)
            ?? throw new KeyNotFoundException($"Cohort {reference.CohortId} has no group {reference.GroupId}.");
        foreach (var member in group.Members)
            await people.UpdateAsync(group.CohortId, member, person => person with { Standing = Standing.Active, GroupId = group.GroupId });
        return group.Members;
    }

    /// <summary>A group that has ended since stays ended.</summary>
    static Group Introduced(Group group) => group.Status == GroupStatus.Proposed ? group with { Status = GroupStatus.Active } : group;

    /// <summary>One introduction; the ledger keeps a second run from sending it again.</summary>
    [Function(nameof(SendIntroduction))]
    public async Task SendIntroduction([ActivityTrigger] Introduction introduction)
    {
        var settings = await cohorts.GetAsync(introduction.CohortId);
        var group = await groups.GetAsync(introduction.CohortId, introduction.GroupId);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(group.CohortId, member)));
        var reader = members.Single(member => member.PersonId == introduction.PersonId);
        var partners = members.Where(member => member != reader).ToList();
        await questions.AskAsync(
            AgreementForm.Question(settings, group, reader, partners),
            reader,
            IntroductionLetter.Write(settings, group, reader, partners, await FormerAsync(group, reader), time.GetUtcNow()));
    }

    /// <summary>Partners of the reader's last group who are none any more; empty for the first introduction.</summary>
    async Task<IReadOnlyList<Person>> FormerAsync(Group group, Person reader)
    {
        if (group.Round == 1 || EndedGroups.LastOf(reader.PersonId, await groups.ListAsync(group.CohortId)) is not { } ended) return [];
        return await Task.WhenAll(ended.Members.Except(group.Members).Select(member => people.GetAsync(group.CohortId, member)));
    }
}
