namespace Ilnp.Prompts;

/// <summary>The prompt of one month to one person.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PersonId">The reader.</param>
/// <param name="Month">From 1.</param>
public sealed record Prompt(string CohortId, string PersonId, int Month);
