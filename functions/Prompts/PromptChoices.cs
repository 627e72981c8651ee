using Ilnp.Programme;

namespace Ilnp.Prompts;

/// <summary>
/// What groups talk about, kept with the group: whoever is written to first chooses for all, and everybody reads the group anyway. A
/// choice is made once and stays, whatever members say or do later.
/// </summary>
public sealed class PromptChoices(GroupStore groups)
{
    /// <summary>The group with its prompts of the month.</summary>
    public async Task<Group> ChooseAsync(
        CohortSettings settings, Group group, IReadOnlyList<Person> members, int month, CancellationToken cancellation)
    {
        if (group.Prompts.ContainsKey(month)) return group;
        var all = await groups.ListAsync(group.CohortId, cancellation);
        var chosen = PromptChoice.Choose(Conversation.Of(settings, group, members, all, month));
        return await groups.UpdateAsync(group.CohortId, group.GroupId, stored => WithPrompts(stored, month, chosen), cancellation)
            ?? throw new KeyNotFoundException($"Cohort {group.CohortId} has no group {group.GroupId} any more.");
    }

    /// <summary>
    /// The group that had the prompts which somebody got in a month: the one of today, else the
    /// latest before it. Null when there were none.
    /// </summary>
    public async Task<Group?> FindAsync(Group today, string personId, int month, CancellationToken cancellation) =>
        today.Prompts.ContainsKey(month) ? today
        : (await groups.ListAsync(today.CohortId, cancellation))
            .Where(group => group.Has(personId) && group.Prompts.ContainsKey(month)).MaxBy(group => group.FormedAt);

    /// <summary>Somebody else may have been first.</summary>
    static Group WithPrompts(Group group, int month, IReadOnlyList<string> chosen) =>
        group.Prompts.ContainsKey(month) ? group
        : group with { Prompts = new Dictionary<int, IReadOnlyList<string>>(group.Prompts) { [month] = chosen } };
}
