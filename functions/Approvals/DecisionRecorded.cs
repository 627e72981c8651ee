namespace Ilnp.Approvals;

/// <summary>
/// Payload of the event that an orchestration gets when a decision is recorded or changed. Ids and the fixed choice only,
/// no words of the person's own: histories outlive deletion requests.
/// </summary>
/// <param name="DecisionId">As requested.</param>
/// <param name="SubjectId">Who decided.</param>
/// <param name="Choice">The value of the question that the form decides by, else <see cref="Answered"/>.</param>
/// <param name="Version">1 for the first answer, one more for each change. The same version may come twice.</param>
public sealed record DecisionRecorded(string DecisionId, string SubjectId, string Choice, int Version = 0)
{
    /// <summary>The choice of a form whose answers are only collected: a survey's.</summary>
    public const string Answered = "answered";
}
