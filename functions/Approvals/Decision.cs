using System.Text.Json.Serialization;

namespace Ilnp.Approvals;

/// <summary>A request for a decision and what was answered so far.</summary>
public sealed record Decision
{
    public required DecisionRequest Request { get; init; }

    public required DecisionLink Link { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Values by question key; questions left empty are not in it. Null while undecided.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Answers { get; init; }

    /// <summary>Value of the question that the form decides by; null while undecided and for forms that only collect.</summary>
    public string? Choice { get; init; }

    /// <summary>UTC; of the latest answer.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>0 while undecided, 1 for the first answer, one more for each change.</summary>
    public int Version { get; init; }

    /// <summary>Who was named last to decide in place of whom it was asked; null for nobody. Whoever was asked may decide still.</summary>
    public Handing? Handed { get; init; }

    [JsonIgnore]
    public string CohortId => Request.CohortId;

    [JsonIgnore]
    public string DecisionId => Request.DecisionId;

    [JsonIgnore]
    public string SubjectId => Request.SubjectId;

    /// <summary>The first value of a question; null when it was left empty or nothing is decided.</summary>
    public string? Answer(string question) => Answers is { } answers && answers.TryGetValue(question, out var values) ? values[0] : null;
}

/// <summary>The link that is good now. The token itself is not kept, only what makes it again and a hash to check it by.</summary>
/// <param name="Version">1 for the first, one more for each fresh link.</param>
/// <param name="KeyId">The key it is signed by.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Hash">SHA-256 of the token, base64.</param>
public sealed record DecisionLink(int Version, string KeyId, DateTimeOffset ExpiresAt, string Hash);
