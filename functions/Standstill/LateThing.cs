namespace Ilnp.Standstill;

/// <summary>Something came late, since nothing ran when it was due. Ids and keys only.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="What">Key of the sentence that tells it.</param>
public sealed record LateThing(string CohortId, string What)
{
    public const string Announcement = "announcement";
    public const string Prompts = "prompts";
    public const string FurtherPrompts = "further-prompts";
    public const string MidSurvey = "mid-survey";
    public const string Answers = "answers";

    /// <summary>As <see cref="Prompts"/> and <see cref="MidSurvey"/>, in one mail.</summary>
    public const string PromptsAndMidSurvey = "prompts-and-mid-survey";

    /// <summary>As <see cref="Answers"/>, told once for all groups, and in the final survey's mail where that stays open too.</summary>
    public const string GoingOn = "going-on";

    /// <summary>Of the programme, from 1; empty where it is not about months.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Questions that could not be answered on their last day; null where it is about something else.</summary>
    public MoreTime? Given { get; init; }

    /// <summary>Ids of the questions that nobody has answered.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];
}

/// <summary>Questions stay open for longer.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Questions">Ids of decisions; one that ends in a hyphen means all that begin with it.</param>
/// <param name="Closed">When they closed, UTC. A question that closes at another moment stays as it is.</param>
/// <param name="Until">When they close instead, UTC.</param>
public sealed record MoreTime(string CohortId, IReadOnlyList<string> Questions, DateTime Closed, DateTime Until)
{
    public bool Concerns(string decisionId) => Questions.Any(question =>
        question.EndsWith('-') ? decisionId.StartsWith(question, StringComparison.Ordinal) : decisionId == question);

    /// <summary>Whether a question of this end is meant: one that closed then, or that a run before has put off.</summary>
    public bool IsMeant(DateTimeOffset closes) => closes.UtcDateTime == Closed || closes.UtcDateTime == Until;
}

/// <summary>Somebody can still answer.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="DecisionId">What they were asked.</param>
/// <param name="Until">UTC.</param>
public sealed record StillOpen(string CohortId, string DecisionId, DateTime Until);
