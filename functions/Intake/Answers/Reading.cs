namespace Ilnp.Intake.Answers;

/// <summary>What was understood of an answer, and in plain words what was not.</summary>
/// <param name="Value">The value to go on with.</param>
/// <param name="Problem">For the committee: what was wrong and what was made of it; null when all is well.</param>
public sealed record Reading<T>(T Value, string? Problem = null);
