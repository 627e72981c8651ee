namespace Ilnp.Matching;

/// <summary>A group that exists already.</summary>
/// <param name="Members">Two or three ids.</param>
public sealed record ExistingGroup(IReadOnlyList<string> Members);

/// <summary>Who a repair is about; nobody may be in two lists or in an intact group.</summary>
public sealed record RepairPeople
{
    /// <summary>People without a partner who are to be placed.</summary>
    public required IReadOnlyList<string> Lone { get; init; }

    /// <summary>People who said yes and have not been placed: they need no inquiry.</summary>
    public IReadOnlyList<string> Ready { get; init; } = [];

    /// <summary>The waiting list, highest priority first; each must be asked.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>Whether lone people whom nobody else can take join an existing pair as a third.</summary>
    public bool AllowTrios { get; init; } = true;

    /// <summary>Pairs that agreed to take a third; null when all may be asked to.</summary>
    public IReadOnlyList<ExistingGroup>? OpenToThird { get; init; }
}

static class RepairConflicts
{
    public static IEnumerable<string> Of(MatchingProblem problem, IReadOnlyList<ExistingGroup> intact, RepairPeople available)
    {
        var known = problem.People.Select(p => p.Id).ToHashSet();
        var named = intact.SelectMany(g => g.Members).Concat(available.Lone).Concat(available.Ready).Concat(available.Waiting).ToList();
        foreach (var id in named.Where(id => !known.Contains(id)).Distinct()) yield return $"{id} is not among the people.";
        foreach (var twice in named.CountBy(id => id).Where(c => c.Value > 1)) yield return $"{twice.Key} is named {twice.Value} times among groups and available people.";
        foreach (var group in intact.Where(g => g.Members.Count is not (2 or 3))) yield return $"The group of {string.Join(", ", group.Members)} has {group.Members.Count} members; 2 or 3 are possible.";
    }
}
