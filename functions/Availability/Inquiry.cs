namespace Ilnp.Availability;

/// <summary>The participation inquiry to one person.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PersonId">Who is asked.</param>
/// <param name="Closes">UTC.</param>
public sealed record Inquiry(string CohortId, string PersonId, DateTime Closes)
{
    /// <summary>The orchestration that hears the answer at once; null when answers are collected until the closing.</summary>
    public string? InstanceId { get; init; }
}

/// <summary>A reminder of the inquiry to one person.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PersonId">Who is reminded.</param>
/// <param name="Day">The day of the reminder, UTC: one mail a day at most.</param>
public sealed record Reminder(string CohortId, string PersonId, DateOnly Day);

/// <summary>Pairs missing to fill the cohort.</summary>
public sealed record Shortfall(string CohortId, int Pairs);

/// <summary>Words of the inquiry: form name and choices.</summary>
public static class InquiryForm
{
    public const string Name = "availability";
    public const string Yes = "yes";
    public const string Later = "later";
    public const string No = "no";

    /// <summary>Raised when somebody asked alone answers.</summary>
    public const string Answered = "InquiryAnswered";

    public static string DecisionId(string personId) => $"{Name}-{personId}";
}
