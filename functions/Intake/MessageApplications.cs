using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.PersonalData;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>The application that a message becomes: with its person, and lines about what was not understood; stored last.</summary>
public sealed class MessageApplications(
    PeopleStore people, ApplicationStore applications, ApplicationPersons persons, ProblemNotes notes)
{
    internal async Task<Application> OfAsync(
        CohortSettings cohort, SubmissionReceived submission, RawMessage message, ReadMessage taken, CancellationToken cancellation) =>
        await KeepAsync(await ReadAsync(cohort, submission, message, taken, cancellation), cancellation);

    /// <param name="submission">The message's ids.</param>
    /// <param name="message">As it came.</param>
    /// <param name="why">Why it cannot be read.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<Application> OfUnreadableAsync(
        SubmissionReceived submission, RawMessage message, string why, CancellationToken cancellation)
    {
        var application = new Application
        {
            CohortId = submission.CohortId,
            ApplicationId = submission.ApplicationId,
            Provider = message.Provider,
            AppliedAt = message.ReceivedAt,
            ReceivedAt = message.ReceivedAt,
            Outcome = ApplicationOutcome.Unreadable,
        };
        await notes.NoteUnreadableAsync(
            application, new(ProblemIds.OfMessage, $"A signed message could not be read: {why}. It is kept as it came."), cancellation);
        return await KeepAsync(application, cancellation);
    }

    /// <summary>What was registered first stays; but for a message that could not be read then and can be now.</summary>
    async Task<Application> KeepAsync(Application registered, CancellationToken cancellation)
    {
        if (await applications.TryAddAsync(registered, cancellation)) return registered;
        var kept = (await applications.UpdateAsync(
            registered, known => known.Outcome == ApplicationOutcome.Unreadable ? registered : known, cancellation))!;
        if (kept.Outcome != ApplicationOutcome.Unreadable) await notes.ReadNowAsync(kept, cancellation);
        return kept;
    }

    async Task<Application> ReadAsync(
        CohortSettings cohort, SubmissionReceived submission, RawMessage message, ReadMessage taken, CancellationToken cancellation)
    {
        var read = taken.Read;
        var application = persons.Read(cohort, submission.ApplicationId, message.Provider, message.ReceivedAt, taken);
        if (application.Outcome == ApplicationOutcome.Received)
            application = await persons.WithPersonAsync(cohort, application, read, taken.Said.OwnerId, cancellation);
        else application = await OwnedAsync(cohort, application, read, cancellation);
        if (application.Outcome == ApplicationOutcome.Erased) return application;
        await notes.NoteAsync(
            application,
            persons.IsNamesakes(cohort, application) ? [.. read.Findings, SharedAddress.Finding] : read.Findings,
            cancellation);
        return application;
    }

    /// <summary>One that does not count is still somebody's.</summary>
    async Task<Application> OwnedAsync(CohortSettings cohort, Application application, ReadApplication read, CancellationToken cancellation)
    {
        var owned = await persons.OwnedAsync(cohort, application, cancellation);
        return owned.PersonId is { } id && StaysErased.Is(await people.FindAsync(cohort.Id, id, cancellation), read, fromFile: false)
            ? StaysErased.Left(owned)
            : owned;
    }
}
