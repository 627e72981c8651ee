using Ilnp.Matching.Problem;

namespace Ilnp.Matching.Repairing;

/// <summary>Finds what makes a repair impossible as asked, in plain words and all at once.</summary>
static class RepairConflicts
{
    public static IEnumerable<string> Of(MatchingProblem problem, IReadOnlyList<ExistingGroup> intact, RepairPeople available)
    {
        var known = problem.People.Select(p => p.Id).ToHashSet();
        var named = intact.SelectMany(g => g.Members).Concat(available.Lone).Concat(available.Ready).Concat(available.Waiting).ToList();
        foreach (var id in named.Where(id => !known.Contains(id)).Distinct()) yield return $"{id} is not among the people.";
        foreach (var twice in named.CountBy(id => id).Where(c => c.Value > 1))
            yield return $"{twice.Key} is named {twice.Value} times among groups and available people.";
        foreach (var group in intact.Where(g => g.Members.Count is not (2 or 3)))
            yield return $"The group of {string.Join(", ", group.Members)} has {group.Members.Count} members; 2 or 3 are possible.";
    }
}
