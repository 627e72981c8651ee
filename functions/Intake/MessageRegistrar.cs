using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>
/// Turns a kept message into an application, its person and lines for the committee. Runs again without harm: the person
/// is merged to the same, and the application stays as it was written first, last of all.
/// </summary>
public sealed class MessageRegistrar(
    CohortStore cohorts, RawMessageStore messages, MessageReader reader, MessageApplications applications, SecondReading second,
    ReadingAnew anew, IntakeSignals signals)
{
    public async Task<ApplicationRegistered> RegisterAsync(SubmissionReceived submission, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(submission.CohortId, cancellation);
        var message = await messages.ReadAsync(submission.CohortId, submission.ApplicationId, cancellation);
        if (message.IsErased) return new(submission.CohortId, submission.ApplicationId, ApplicationOutcome.Erased, PersonId: null);
        var (provider, read) = (FormProvider.Find(message.Provider)!, default(ReadMessage));
        var reading = provider.Read(message.Body);
        if (reading.Submission is { } said) read = await reader.ReadAtFirstAsync(cohort, provider, said, message.ReceivedAt, cancellation);
        var registered = read is not null
            ? await applications.OfAsync(cohort, submission, message, read, cancellation)
            : await applications.OfUnreadableAsync(submission, message, reading.Unreadable!, cancellation);
        await second.OfWaitingAsync(cohort, [registered], cancellation);
        if (read is not null && MessageReader.IsAsked(provider) && registered.Outcome != ApplicationOutcome.Erased)
            registered = await anew.OfTakenAsync(cohort, registered, read, cancellation);
        signals.Registered([registered]);
        if (registered.Outcome != ApplicationOutcome.Erased)
            return new(registered.CohortId, registered.ApplicationId, registered.Outcome, registered.PersonId);
        await messages.EraseAsync(submission.CohortId, submission.ApplicationId, cancellation);
        return new(registered.CohortId, registered.ApplicationId, registered.Outcome, PersonId: null);
    }
}
