namespace Ilnp.Matching.Comparison;

/// <summary>What another way of choosing would have reached on the same people, rules and places.</summary>
/// <param name="Way">The way of choosing.</param>
/// <param name="Pairs">Pairs it makes.</param>
/// <param name="Score">Their points.</param>
/// <param name="Countries">Different countries among them.</param>
public sealed record ComparedChoice(ChoosingWay Way, int Pairs, long Score, int Countries);

public enum ChoosingWay
{
    /// <summary>By first interest, within it by library type, first come first served: as the pilot's volunteers did by hand.</summary>
    Pilot,

    /// <summary>The best pair that is left, again and again.</summary>
    Greedy,

    /// <summary>Any allowed pairs; the mean of several draws.</summary>
    Random,
}
