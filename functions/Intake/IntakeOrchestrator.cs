using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Intake;

/// <summary>
/// One submission's way in by itself: registered, then acknowledged. For those that failed in their round or are read once more.
/// </summary>
public static class IntakeOrchestrator
{
    [Function(nameof(IntakeOrchestrator))]
    public static Task<ApplicationOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context, SubmissionReceived submission) =>
        context.TakeIn(submission);
}
