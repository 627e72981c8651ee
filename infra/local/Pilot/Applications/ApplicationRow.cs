namespace Ilnp.Local.Pilot.Applications;

/// <summary>One submission of a form provider's export.</summary>
/// <param name="Row">From 1, without the header.</param>
/// <param name="SentAt">UTC, when the provider got it: the row's timestamp, or that of the row before when it cannot be read.</param>
/// <param name="Note">What was wrong with the line of the file as such; null when nothing was.</param>
/// <param name="Answers">Question and answer as they stand in the file, in its order, the timestamp's column included.</param>
sealed record ApplicationRow(int Row, DateTimeOffset SentAt, string? Note, IReadOnlyList<(string Question, string Answer)> Answers);
