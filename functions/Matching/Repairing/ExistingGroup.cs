namespace Ilnp.Matching.Repairing;

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
