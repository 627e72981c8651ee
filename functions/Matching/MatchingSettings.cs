using Ilnp.Matching.Problem;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>What the committee may set of the matching; <c>docs</c> of each weight stand at <see cref="MatchingWeights"/>.</summary>
public sealed record MatchingSettings : IStepSettings
{
    public static string Section => "matching";

    /// <summary>What makes a good pair, in points.</summary>
    public MatchingWeights Weights { get; init; } = new();

    /// <summary><c>off</c>, <c>max</c>, or the share of score in percent that representing more countries may cost.</summary>
    public string Spread { get; init; } = "3";

    /// <summary>Everything wrong with the values, in plain words; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
        CountrySpread.Parse(Spread) is null
            ? [.. Weights.Faults(), $"spread \"{Spread}\" is neither off, nor max, nor a percentage between 0 and 100."]
            : Weights.Faults();
}
