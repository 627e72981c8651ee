using Ilnp.Intake.Import;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Intake;

/// <summary>Intake's steps as verbs.</summary>
static class IntakeSteps
{
    /// <summary>Only what may pass by itself is tried again: ten times, from five seconds to an hour apart.</summary>
    static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(5), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromHours(1))
        {
            HandleFailure = failure => failure.IsCausedBy<TransientFailure>(),
        });

    /// <summary>One submission's way in, shared by webhooks and imports.</summary>
    public static async Task<ApplicationOutcome> TakeIn(this TaskOrchestrationContext context, SubmissionReceived submission)
    {
        var registered = await context.Register(submission);
        if (registered.PersonId is not null) await context.Acknowledge(registered);
        return registered.Outcome;
    }

    /// <summary>The next rows of an import, kept as messages.</summary>
    public static Task<IReadOnlyList<SubmissionReceived>> KeepRows(this TaskOrchestrationContext context, ImportFile file) =>
        context.CallActivityAsync<IReadOnlyList<SubmissionReceived>>(nameof(ImportActivities.KeepRows), file, Retried);

    static Task<ApplicationRegistered> Register(this TaskOrchestrationContext context, SubmissionReceived submission) =>
        context.CallActivityAsync<ApplicationRegistered>(nameof(IntakeActivities.RegisterApplication), submission, Retried);

    static Task Acknowledge(this TaskOrchestrationContext context, ApplicationRegistered registered) =>
        context.CallActivityAsync(nameof(IntakeActivities.AcknowledgeApplication), registered, Retried);
}
