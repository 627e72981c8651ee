namespace Ilnp.Matching.Repairing;

/// <summary>A group that exists already.</summary>
/// <param name="Members">Two or three ids.</param>
public sealed record ExistingGroup(IReadOnlyList<string> Members);

/// <summary>Who a repair is about; nobody may be in two lists or in an intact group.</summary>
public sealed record RepairPeople
{
    /// <summary>People without a partner who are to be placed; when they are <see cref="InTurn"/>, whoever comes first in front.</summary>
    public required IReadOnlyList<string> Lone { get; init; }

    /// <summary>
    /// Where not all lone people can be placed, whoever stands in front comes first, whatever the fit; and new pairs are made for lone
    /// people alone, never of two who only said yes.
    /// </summary>
    public bool InTurn { get; init; }

    /// <summary>People who said yes and have not been placed: they need no inquiry.</summary>
    public IReadOnlyList<string> Ready { get; init; } = [];

    /// <summary>The waiting list, highest priority first; each must be asked.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>Whether lone people whom nobody else can take join an existing pair as a third.</summary>
    public bool AllowTrios { get; init; } = true;

    /// <summary>Pairs that agreed to take a third; null when all may be asked to.</summary>
    public IReadOnlyList<ExistingGroup>? OpenToThird { get; init; }
}
