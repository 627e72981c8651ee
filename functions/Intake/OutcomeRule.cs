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
        read.IsAppliedAtKnown && read.AppliedAt.UtcDateTime >= closes ? ApplicationOutcome.Late
        : read.Answers.Email is null ? ApplicationOutcome.Unreachable
        : ApplicationOutcome.Received;

    /// <summary>Nobody is late by a moment that was not understood: somebody looks first.</summary>
    public static IReadOnlyList<string> Reasons(ReadApplication read, IReadOnlyList<string> missed, DateTime closes) =>
        !read.IsAppliedAtKnown && read.AppliedAt.UtcDateTime >= closes ? [.. missed, ReasonCode.UnknownMoment] : missed;

    /// <summary>With the person as stored now, this application included.</summary>
    public static ApplicationOutcome AfterStoring(Application application, Person person) =>
        person.ApplicationId != application.ApplicationId ? ApplicationOutcome.Superseded
        : application.Reasons.Any(reason => !StandingRule.IsQuestion(reason)) ? ApplicationOutcome.Ineligible
        : person.FirstAppliedAt < application.AppliedAt ? ApplicationOutcome.Updated
        : ApplicationOutcome.Received;
}
