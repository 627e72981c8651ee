using Ilnp.Approvals;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Introductions;

/// <summary>Tells partners of each other, with the liaison in copy.</summary>
public sealed class IntroductionActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups,
    CohortMatchmaker matchmaker, Questions questions, TextShelf texts, TimeProvider time)
{
    /// <summary>
    /// Ids of the groups that are formed and not introduced yet. Who took their word back since the groups were formed is introduced to
    /// nobody: their partners are matched anew.
    /// </summary>
    [Function(nameof(ListGroupsToIntroduce))]
    public async Task<IReadOnlyList<string>> ListGroupsToIntroduce([ActivityTrigger] string cohortId)
    {
        await matchmaker.FormGroupsAsync(cohortId);
        return [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Proposed).Select(group => group.GroupId)];
    }

    /// <summary>The group and its members become active; whoever has gone meanwhile is no member any more.</summary>
    [Function(nameof(ActivateGroup))]
    public async Task ActivateGroup([ActivityTrigger] GroupRef reference)
    {
        var formed = await groups.GetAsync(reference.CohortId, reference.GroupId);
        var members = await Task.WhenAll(formed.Members.Select(member => people.GetAsync(formed.CohortId, member)));
        var gone = members.Where(IsGone).Select(member => member.PersonId).ToHashSet();
        var group = (await groups.UpdateAsync(
            formed.CohortId, formed.GroupId, group => Introduced(GroupBeforeStart.Without(group, gone, time.GetUtcNow()))))!;
        if (group.Status == GroupStatus.Dissolved) return;
        foreach (var member in group.Members)
            await people.UpdateAsync(group.CohortId, member, person => person with { Standing = Standing.Active, GroupId = group.GroupId });
    }

    /// <summary>Erased, or has said meanwhile that they do not take part.</summary>
    static bool IsGone(Person member) => member.IsErased || member.Standing is Standing.Declined or Standing.Left;

    /// <summary>A group that has ended since stays ended.</summary>
    static Group Introduced(Group group) => group.Status == GroupStatus.Proposed ? group with { Status = GroupStatus.Active } : group;

    /// <summary>
    /// One mail to all members, so that an answer reaches everybody; the ledger keeps a second run from sending it again.
    /// </summary>
    [Function(nameof(SendIntroduction))]
    public async Task SendIntroduction([ActivityTrigger] GroupRef reference)
    {
        var settings = await cohorts.GetAsync(reference.CohortId);
        var group = await groups.GetAsync(reference.CohortId, reference.GroupId);
        if (group.Status == GroupStatus.Dissolved) return;
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(group.CohortId, member)));
        var words = texts.In(settings.SharedLanguage(members));
        await questions.AskAsync(
            AgreementForm.Question(settings, group), group, members,
            IntroductionLetter.Write(settings, group, members, words, time.GetUtcNow()));
    }
}
