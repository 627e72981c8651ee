namespace Ilnp.Intake.Providers;

/// <summary>An application as the provider sent it, brought into one shape: nothing interpreted yet.</summary>
/// <param name="SubmissionId">The provider's id, the same when it sends the same submission again; null when it gives none.</param>
/// <param name="SubmittedAt">The provider's moment of submission, as it wrote it.</param>
/// <param name="Row">Row in an export, from 1 without the header.</param>
/// <param name="Answers">In the provider's order.</param>
/// <param name="UpdatedAt">When the answers were last changed at the provider, as it wrote it; null when it does not say.</param>
/// <param name="OwnerId">Of the person whose own page was open where the app's form was filled in; null for others.</param>
/// <param name="Note">What the sender noticed on reading its source, for the committee; a sentence.</param>
/// <param name="Consent">Version of the words on the use of the answers that were agreed to in the app's form; null for others.</param>
public sealed record RawSubmission(
    string? SubmissionId, string? SubmittedAt, int? Row, IReadOnlyList<RawAnswer> Answers,
    string? Note = null, string? UpdatedAt = null, string? OwnerId = null, string? Consent = null);

/// <summary>One question with its answer.</summary>
/// <param name="Question">What the provider calls it: the title, and its refs and ids as far as it sends them.</param>
/// <param name="Values">One for a text, several for ticked boxes and rankings, none when not answered.</param>
public sealed record RawAnswer(IReadOnlyList<string> Question, IReadOnlyList<string> Values)
{
    /// <summary>The answer on one line.</summary>
    public string Text => string.Join(", ", Values).Trim();
}
