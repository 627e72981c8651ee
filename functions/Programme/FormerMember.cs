namespace Ilnp.Programme;

/// <summary>Somebody who was in the committee of this cohort: what they decided keeps their name, and nobody else gets their id.</summary>
/// <param name="Id">As it was.</param>
/// <param name="Name">As it was last.</param>
/// <param name="LeftAt">UTC.</param>
public sealed record FormerMember(string Id, string Name, DateTimeOffset LeftAt);
