namespace Ilnp.Programme;

/// <summary>A person in a cohort: input of activities that do something for one person.</summary>
public sealed record PersonRef(string CohortId, string PersonId);

/// <summary>A group in a cohort: input of activities that do something for one group.</summary>
public sealed record GroupRef(string CohortId, string GroupId);
