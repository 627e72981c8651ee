using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Usage.Cost;

namespace Ilnp.Reports;

/// <summary>Everything that a report's figures are computed from, as the stores had it at one moment.</summary>
public sealed record ReportFacts
{
    public required CohortSettings Cohort { get; init; }

    /// <summary>The day the report speaks of, in the cohort's time zone.</summary>
    public required DateOnly AsOf { get; init; }

    public required IReadOnlyList<Person> People { get; init; }

    public required IReadOnlyList<Group> Groups { get; init; }

    /// <summary>Everything that came in, repeated and unreadable submissions too.</summary>
    public int Submissions { get; init; }

    public SurveyReplies MidSurvey { get; init; } = new(0, []);

    public SurveyReplies FinalSurvey { get; init; } = new(0, []);

    /// <summary>Pulses with their answers.</summary>
    public IReadOnlyList<Decision> Pulses { get; init; } = [];

    /// <summary>What groups handed in of joint tasks, and whether it may be shown.</summary>
    public IReadOnlyList<Decision> Assignments { get; init; } = [];

    /// <summary>Mails that left, by template.</summary>
    public IReadOnlyDictionary<string, int> MailsByTemplate { get; init; } = new Dictionary<string, int>();

    /// <summary>Who waits for the next cohort; nobody with a place in a later one.</summary>
    public int Waiting { get; init; }

    /// <summary>Certificates issued.</summary>
    public int Certificates { get; init; }

    /// <summary>What the app has cost from the announcement to the last day; null where nothing was counted.</summary>
    public CostFigures? Cost { get; init; }

    public IReadOnlyList<SecondPair> SecondPairs { get; init; } = [];

    /// <summary>What people said of second partners.</summary>
    public IReadOnlyList<Decision> SecondWords { get; init; } = [];

    /// <summary>Cohorts that ran on some of the same days, whose work is in the cost too.</summary>
    public int Others { get; init; }
}

/// <summary>Who was asked, and what came back.</summary>
/// <param name="Asked">People who got the survey.</param>
public sealed record SurveyReplies(int Asked, IReadOnlyList<SurveyReply> Replies)
{
    /// <param name="asked">The survey's questions to people, answered or not.</param>
    public static SurveyReplies Of(IReadOnlyList<Decision> asked) =>
        new(
            asked.Count,
            [.. asked.Where(decision => decision.Answers is not null)
                .Select(decision => new SurveyReply(decision.SubjectId, decision.Answers!))]);
}

/// <summary>One person's answers.</summary>
/// <param name="PersonId">Whose; only to find their name, never printed.</param>
/// <param name="Answers">Values by question key.</param>
public sealed record SurveyReply(string PersonId, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    /// <summary>The first value; null when the question was left empty.</summary>
    public string? this[string question] => Answers.TryGetValue(question, out var values) && values.Count > 0 ? values[0] : null;
}
