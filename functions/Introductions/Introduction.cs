namespace Ilnp.Introductions;

/// <summary>One member of a group is told about the others.</summary>
public sealed record Introduction(string CohortId, string GroupId, string PersonId);
