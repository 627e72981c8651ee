using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>What became of an application, by what it says and whom it met.</summary>
public static class OutcomeRule
{
    /// <summary><see cref="ApplicationOutcome.Received"/> when a person is to be stored.</summary>
    /// <param name="read">The answers.</param>
    /// <param name="closes">UTC, the first moment that is too late.</param>
    public static ApplicationOutcome BeforeStoring(ReadApplication read, DateTime closes) =>
        read.AppliedAt.UtcDateTime >= closes ? ApplicationOutcome.Late
        : read.Answers.Email is null ? ApplicationOutcome.Unreachable
        : ApplicationOutcome.Received;

    /// <summary>With the person as stored now, this application included.</summary>
    public static ApplicationOutcome AfterStoring(Application application, Person person) =>
        person.ApplicationId != application.ApplicationId ? ApplicationOutcome.Superseded
        : application.Reasons.Any(reason => reason != ReasonCode.UnknownCountry) ? ApplicationOutcome.Ineligible
        : person.FirstAppliedAt < application.AppliedAt ? ApplicationOutcome.Updated
        : ApplicationOutcome.Received;
}
