using Ilnp.Intake.Import;
using Ilnp.Orchestration;
using Microsoft.DurableTask;

namespace Ilnp.Intake;

/// <summary>Intake's steps as verbs.</summary>
static class IntakeSteps
{
    /// <summary>One submission's way in, shared by webhooks and imports.</summary>
    public static async Task<ApplicationOutcome> TakeIn(this TaskOrchestrationContext context, SubmissionReceived submission)
    {
        var registered = await context.Register(submission);
        if (registered.PersonId is not null) await context.Acknowledge(registered);
        return registered.Outcome;
    }

    /// <summary>The next rows of an import, kept as messages.</summary>
    public static Task<IReadOnlyList<SubmissionReceived>> KeepRows(this TaskOrchestrationContext context, ImportFile file) =>
        context.Do<IReadOnlyList<SubmissionReceived>>(nameof(ImportActivities.KeepRows), file);

    /// <summary>The next rows of an import, registered.</summary>
    public static Task<ImportReceipt> ImportRows(this TaskOrchestrationContext context, ImportFile file) =>
        context.Do<ImportReceipt>(nameof(ImportActivities.ImportRows), file);

    /// <summary>Letters to the applicants of some rows.</summary>
    public static Task AcknowledgeRows(this TaskOrchestrationContext context, ImportFile file) =>
        context.Do(nameof(ImportActivities.AcknowledgeRows), file);

    static Task<ApplicationRegistered> Register(this TaskOrchestrationContext context, SubmissionReceived submission) =>
        context.Do<ApplicationRegistered>(nameof(IntakeActivities.RegisterApplication), submission);

    static Task Acknowledge(this TaskOrchestrationContext context, ApplicationRegistered registered) =>
        context.Do(nameof(IntakeActivities.AcknowledgeApplication), registered);
}
