namespace Ilnp.Intake;

/// <summary>Input of intake's orchestration: a message is kept and waits to be registered.</summary>
public sealed record SubmissionReceived(string CohortId, string ApplicationId);

/// <summary>What became of it: ids and codes only.</summary>
/// <param name="PersonId">Null when nobody can be told.</param>
public sealed record ApplicationRegistered(string CohortId, string ApplicationId, ApplicationOutcome Outcome, string? PersonId);
