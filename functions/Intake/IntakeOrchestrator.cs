using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake;

/// <summary>One submission's way in: registered, then acknowledged.</summary>
public static class IntakeOrchestrator
{
    [Function(nameof(IntakeOrchestrator))]
    public static Task<ApplicationOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context, SubmissionReceived submission) =>
        context.TakeIn(submission);
}
