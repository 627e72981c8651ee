using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.PersonalData;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>
/// Turns a kept message into an application, its person and lines for the committee. Runs again without harm: the person
/// is merged to the same, and the application stays as it was written first, last of all.
/// </summary>
public sealed class ApplicationRegistrar(
    CohortStore cohorts, RawMessageStore messages, PeopleStore people, ApplicationStore applications,
    ProblemNotes notes, Identities identities, ApplicationPersons persons,
    MessageReader reader, QuestionLines questions, SecondReading second, ReadingAnew anew,
    IntakeSignals signals)
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
            ? await RegisterAsync(cohort, submission, message, read, cancellation)
            : await RegisterUnreadableAsync(submission, message, reading.Unreadable!, cancellation);
        registered = await KeepAsync(registered, cancellation);
        await second.OfWaitingAsync(cohort, [registered], cancellation);
        if (read is not null && MessageReader.IsAsked(provider) && registered.Outcome != ApplicationOutcome.Erased)
            registered = await NoteQuestionsAsync(cohort, registered, read, cancellation);
        signals.Registered([registered]);
        if (registered.Outcome != ApplicationOutcome.Erased)
            return new(registered.CohortId, registered.ApplicationId, registered.Outcome, registered.PersonId);
        await messages.EraseAsync(submission.CohortId, submission.ApplicationId, cancellation);
        return new(registered.CohortId, registered.ApplicationId, registered.Outcome, PersonId: null);
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

    /// <summary>What it asked, and whether something else was said of that meanwhile.</summary>
    async Task<Application> NoteQuestionsAsync(
        CohortSettings cohort, Application registered, ReadMessage read, CancellationToken cancellation)
    {
        await questions.NoteAsync(registered, read, cancellation);
        return await anew.OfTakenAsync(cohort, new(registered, read), cancellation);
    }

    async Task<Application> RegisterAsync(
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

    /// <summary>Makes the person of an application that has an address by the committee now.</summary>
    public async Task<ApplicationRegistered> RegisterAddressedAsync(SubmissionReceived submission, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(submission.CohortId, cancellation);
        var stored = await applications.GetAsync(submission.CohortId, submission.ApplicationId, cancellation);
        if (stored is { Outcome: ApplicationOutcome.Unreachable, Answers: { Email: { } address } answers })
        {
            var read = new ReadApplication(
                answers, stored.AppliedAt, !stored.Reasons.Contains(ReasonCode.UnknownMoment), stored.UpdatedAt, []);
            var waiting = stored with { PersonId = identities.PersonId(cohort, address), Outcome = ApplicationOutcome.Received };
            var registered = await persons.WithPersonAsync(cohort, waiting, read, ownerId: null, cancellation);
            await notes.AddressedAsync(registered, cancellation);
            stored = (await applications.UpdateAsync(
                stored, now => now.Outcome == ApplicationOutcome.Unreachable ? registered : now, cancellation))!;
            await second.OfWaitingAsync(cohort, [stored], cancellation);
        }

        return new(
            stored.CohortId, stored.ApplicationId, stored.Outcome, stored.Outcome == ApplicationOutcome.Erased ? null : stored.PersonId);
    }

    /// <summary>Makes answers count that waited for their mailbox; gives the application as it stands then.</summary>
    public async Task<Application> ConfirmAsync(Application application, CancellationToken cancellation = default)
    {
        var (cohort, answers) = (await cohorts.GetAsync(application.CohortId, cancellation), application.Answers!);
        if (await people.FindAsync(cohort.Id, application.PersonId!, cancellation) is not { IsErased: false } known) return application;
        var person = SharedAddress.IsAnothers(known, answers) ? null
            : await people.ApplyAsync(
                cohort.Id, known.PersonId, current => ApplicantRule.Merge(current, application, answers, cohort), cancellation);
        var confirmed = person is null
            ? await persons.WithNamesakeAsync(cohort, application, answers, ApplicantRule.New(application, answers, cohort), cancellation)
            : application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };
        await applications.PutManyAsync(cohort.Id, [confirmed], cancellation);
        return confirmed;
    }

    async Task<Application> RegisterUnreadableAsync(
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
        return application;
    }
}
