using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Intake;

/// <summary>The side effects of taking an application in. Both may run again: stores and the mail ledger keep them single.</summary>
public sealed class IntakeActivities(MessageRegistrar registrar, ApplicationAnswering answering)
{
    /// <summary>Reads the message that was kept, and stores what it says.</summary>
    [Function(nameof(RegisterApplication))]
    public Task<ApplicationRegistered> RegisterApplication([ActivityTrigger] SubmissionReceived submission) =>
        registrar.RegisterAsync(submission);

    /// <summary>Answers its sender.</summary>
    [Function(nameof(AcknowledgeApplication))]
    public Task AcknowledgeApplication([ActivityTrigger] ApplicationRegistered registered) =>
        answering.AnswerAsync(registered.CohortId, registered.ApplicationId);
}
