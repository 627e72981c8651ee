using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Intake.PersonalData;

/// <summary>
/// Which applications of somebody who was erased stay erased when they come again. What was applied before does, whoever sends it once
/// more: a form provider, or the committee with a file of before. What the person applies or changes after that is their own new word.
/// Pure.
/// </summary>
static class StaysErased
{
    /// <param name="known">As stored; null for somebody who is not known.</param>
    /// <param name="read">The application.</param>
    /// <param name="fromFile">A row without a moment that is understood is one of before; a message without one is of now.</param>
    public static bool Is(Person? known, ReadApplication read, bool fromFile) =>
        known?.ErasedAt is { } at
            && (read.UpdatedAt is { } changed ? changed <= at : read.IsAppliedAtKnown ? read.AppliedAt <= at : fromFile);

    /// <summary>That there was an application, and nothing of what it said.</summary>
    public static Application Left(Application application) => new()
    {
        CohortId = application.CohortId,
        ApplicationId = application.ApplicationId,
        Provider = application.Provider,
        AppliedAt = DayOf(application.ReceivedAt),
        ReceivedAt = DayOf(application.ReceivedAt),
        PersonId = application.PersonId,
        Outcome = ApplicationOutcome.Erased,
    };

    static DateTimeOffset DayOf(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
