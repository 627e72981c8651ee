using Ilnp.Intake.Confirming;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Intake;

/// <summary>The side effects of taking an application in. Both may run again: stores and the mail ledger keep them single.</summary>
public sealed class IntakeActivities(ApplicationRegistrar registrar, ApplicationStore applications, CohortStore cohorts, ApplicationLetters letters, ConfirmationLetters confirmations)
{
    /// <summary>Reads the message that was kept, and stores what it says.</summary>
    [Function(nameof(RegisterApplication))]
    public Task<ApplicationRegistered> RegisterApplication([ActivityTrigger] SubmissionReceived submission) => registrar.RegisterAsync(submission);

    /// <summary>Tells the applicant that the application arrived, or why it does not qualify; or asks whether answers that wait are theirs.</summary>
    [Function(nameof(AcknowledgeApplication))]
    public async Task AcknowledgeApplication([ActivityTrigger] ApplicationRegistered registered)
    {
        var application = await applications.GetAsync(registered.CohortId, registered.ApplicationId);
        var cohort = await cohorts.GetAsync(registered.CohortId);
        if (application.Outcome == ApplicationOutcome.Unconfirmed) await confirmations.AskAsync(application, cohort);
        else await letters.SendAsync(application, cohort);
    }
}
