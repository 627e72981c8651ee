namespace Ilnp.Approvals;

/// <summary>
/// A form that one person fills through a signed link: an approval, an inquiry, a pulse, a consent, a survey. Asking
/// again with the same id changes nothing and gives the same link.
/// </summary>
public sealed record DecisionRequest
{
    public required string CohortId { get; init; }

    /// <summary>Unique in the cohort, begins with the form's name: <c>availability-P1A2B3</c>. Ids only, it appears in histories.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Name of the form that is shown and validated.</summary>
    public required string Form { get; init; }

    /// <summary>Whose decision it is: a person's or a committee member's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>UTC; until then the answer can be changed, afterwards the page shows what is recorded.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>The orchestration to tell, null for answers that are only collected.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Name of the event to raise there; its payload is a <see cref="DecisionRecorded"/>.</summary>
    public string? EventName { get; init; }

    /// <summary>Whether a mail confirms the recorded answer.</summary>
    public bool Receipt { get; init; } = true;

    /// <summary>What the page's texts may name, for instance the partner's name. Untrusted text, stored with the decision.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Facts that are put into words when the page is shown, in the language that the reader has then.</summary>
    public IReadOnlyDictionary<string, WordedFact> Worded { get; init; } = new Dictionary<string, WordedFact>();
}
