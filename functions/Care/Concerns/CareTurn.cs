namespace Ilnp.Care.Concerns;

/// <summary>What follows from a word or a moment.</summary>
/// <param name="Group">The group from then on.</param>
/// <param name="Acts">What is done, in this order.</param>
public sealed record CareTurn(GroupCheckpoint Group, params IReadOnlyList<CareAct> Acts)
{
    /// <summary>Set when members go different ways.</summary>
    public Parting? Parting { get; init; }
}
