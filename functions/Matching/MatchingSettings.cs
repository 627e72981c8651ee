namespace Ilnp.Matching;

/// <summary>What the committee may set of the matching.</summary>
public sealed record MatchingSettings;
