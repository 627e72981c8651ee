using Ilnp.Intake.Confirming;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>Answers whoever sent an application, by what became of it.</summary>
public sealed class ApplicationAnswering(
    ApplicationStore applications, CohortStore cohorts, ApplicationLetters letters, ConfirmationLetters confirmations)
{
    /// <summary>
    /// Tells the applicant that it arrived, or why it does not qualify; or asks whether answers that wait are
    /// theirs. Once, however often it is asked for.
    /// </summary>
    public async Task AnswerAsync(string cohortId, string applicationId)
    {
        var application = await applications.GetAsync(cohortId, applicationId);
        var cohort = await cohorts.GetAsync(cohortId);
        if (application.Outcome == ApplicationOutcome.Unconfirmed) await confirmations.AskAsync(application, cohort);
        else await letters.SendAsync(application, cohort);
    }
}
