namespace Ilnp.Approvals;

/// <summary>
/// A member of the committee has named somebody to decide in their place: never changed, never deleted before the cohort's data are.
/// </summary>
/// <param name="DecisionId">What was to be decided.</param>
/// <param name="Number">1 for the first, one more for each who was named after.</param>
/// <param name="At">UTC.</param>
/// <param name="FromId">Who was asked.</param>
/// <param name="ToId">Who decides in their place.</param>
/// <param name="Until">The last day on which that one also decides whatever else they are asked; null for this question alone.</param>
public sealed record Handing(string DecisionId, int Number, DateTimeOffset At, string FromId, string ToId, DateOnly? Until = null);
