using System.Collections.Concurrent;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
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
    PriorityStore priorities, ProblemNotes notes, Identities identities, IQualifications qualifications, MeaningStore meanings, SecondReading second,
    IntakeSignals signals)
{
    readonly ConcurrentDictionary<string, ApplicationReader> readers = new(StringComparer.Ordinal);

    public async Task<ApplicationRegistered> RegisterAsync(SubmissionReceived submission, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(submission.CohortId, cancellation);
        var message = await messages.ReadAsync(submission.CohortId, submission.ApplicationId, cancellation);
        if (message.IsErased) return new(submission.CohortId, submission.ApplicationId, ApplicationOutcome.Erased, PersonId: null);
        var reading = FormProvider.Find(message.Provider)!.Read(message.Body);
        var registered = reading.Submission is { } said
            ? await RegisterAsync(cohort, submission, message, said, cancellation)
            : await RegisterUnreadableAsync(submission, message, reading.Unreadable!, cancellation);
        registered = await KeepAsync(registered, cancellation);
        await second.OfWaitingAsync(cohort, [registered], cancellation);
        signals.Registered([registered]);
        if (registered.Outcome != ApplicationOutcome.Erased) return new(registered.CohortId, registered.ApplicationId, registered.Outcome, registered.PersonId);
        await messages.EraseAsync(submission.CohortId, submission.ApplicationId, cancellation);
        return new(registered.CohortId, registered.ApplicationId, registered.Outcome, PersonId: null);
    }

    /// <summary>What was registered first stays; but for a message that could not be read then and can be now.</summary>
    async Task<Application> KeepAsync(Application registered, CancellationToken cancellation)
    {
        if (await applications.TryAddAsync(registered, cancellation)) return registered;
        var kept = (await applications.UpdateAsync(registered, known => known.Outcome == ApplicationOutcome.Unreadable ? registered : known, cancellation))!;
        if (kept.Outcome != ApplicationOutcome.Unreadable) await notes.ReadNowAsync(kept, cancellation);
        return kept;
    }

    /// <summary>With what the committee has said of words; only asked where there is one that the lists do not know.</summary>
    async Task<ReadApplication> ReadAsync(CohortSettings cohort, RawSubmission said, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var read = ReaderOf(cohort).Read(said, receivedAt);
        return read.Unclear is null ? read : Understood.Of(read, await meanings.NowAsync(cohort.Id, cancellation));
    }

    async Task<Application> RegisterAsync(
        CohortSettings cohort, SubmissionReceived submission, RawMessage message, RawSubmission said, CancellationToken cancellation)
    {
        var read = await ReadAsync(cohort, said, message.ReceivedAt, cancellation);
        var closes = new ProgrammeCalendar(cohort).ApplicationsClose;
        var application = new Application
        {
            CohortId = cohort.Id,
            ApplicationId = submission.ApplicationId,
            Provider = message.Provider,
            Row = said.Row,
            AppliedAt = read.AppliedAt,
            ReceivedAt = message.ReceivedAt,
            UpdatedAt = read.UpdatedAt,
            Answers = read.Answers,
            Unclear = read.Unclear,
            PersonId = read.Answers.Email is { } address ? identities.PersonId(cohort, address) : null,
            Outcome = OutcomeRule.BeforeStoring(read, closes),
            Reasons = OutcomeRule.Reasons(read, qualifications.Missed(read.Answers), closes),
        };
        if (application.Outcome == ApplicationOutcome.Received) application = await WithPersonAsync(cohort, application, read, said.OwnerId, cancellation);
        else if (application.PersonId is { } late && StaysErased.Is(await people.FindAsync(cohort.Id, late, cancellation), read, fromFile: false))
            application = StaysErased.Left(application);
        if (application.Outcome == ApplicationOutcome.Erased) return application;
        var shares = application.PersonId is { } id && read.Answers.Email is { } own && id != identities.PersonId(cohort, own);
        await notes.NoteAsync(application, shares ? [.. read.Findings, SharedAddress.Finding] : read.Findings, cancellation);
        return application;
    }

    /// <summary>
    /// Adds the person, or merges into the one who is there: two requests for somebody new, four for others. Of an address that people
    /// of unlike names share each is a person.
    /// </summary>
    async Task<Application> WithPersonAsync(
        CohortSettings cohort, Application application, ReadApplication read, string? ownerId, CancellationToken cancellation)
    {
        var answers = read.Answers;
        var person = ApplicantRule.New(application, answers, cohort);
        if (await priorities.FindAsync(identities.AcrossCohorts(cohort, person.Email), cancellation) is not null) person = person with { CarriedPriority = true };
        if (!await people.TryAddAsync(person, cancellation))
        {
            var known = await people.GetAsync(cohort.Id, person.PersonId, cancellation);
            if (StaysErased.Is(known, read, fromFile: false)) return StaysErased.Left(application);
            if (MustBeConfirmed(application, answers, known, ownerId, cohort)) return application with { Outcome = ApplicationOutcome.Unconfirmed, MailLanguage = known.MailLanguage };
            if (SharedAddress.IsAnothers(known, answers)) return await WithNamesakeAsync(cohort, application, answers, person, cancellation);
            person = await people.ApplyAsync(cohort.Id, person.PersonId, current => ApplicantRule.Merge(current, application, answers, cohort), cancellation) ?? person;
        }

        return application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };
    }

    /// <summary>Makes the person of an application that has an address by the committee now.</summary>
    public async Task<ApplicationRegistered> RegisterAddressedAsync(SubmissionReceived submission, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(submission.CohortId, cancellation);
        var stored = await applications.GetAsync(submission.CohortId, submission.ApplicationId, cancellation);
        if (stored is { Outcome: ApplicationOutcome.Unreachable, Answers: { Email: { } address } answers })
        {
            var read = new ReadApplication(answers, stored.AppliedAt, !stored.Reasons.Contains(ReasonCode.UnknownMoment), stored.UpdatedAt, []);
            var waiting = stored with { PersonId = identities.PersonId(cohort, address), Outcome = ApplicationOutcome.Received };
            var registered = await WithPersonAsync(cohort, waiting, read, ownerId: null, cancellation);
            await notes.AddressedAsync(registered, cancellation);
            stored = (await applications.UpdateAsync(stored, now => now.Outcome == ApplicationOutcome.Unreachable ? registered : now, cancellation))!;
            await second.OfWaitingAsync(cohort, [stored], cancellation);
        }

        return new(stored.CohortId, stored.ApplicationId, stored.Outcome, stored.Outcome == ApplicationOutcome.Erased ? null : stored.PersonId);
    }

    /// <summary>Makes answers count that waited for their mailbox; gives the application as it stands then.</summary>
    public async Task<Application> ConfirmAsync(Application application, CancellationToken cancellation = default)
    {
        var (cohort, answers) = (await cohorts.GetAsync(application.CohortId, cancellation), application.Answers!);
        if (await people.FindAsync(cohort.Id, application.PersonId!, cancellation) is not { IsErased: false } known) return application;
        var person = SharedAddress.IsAnothers(known, answers) ? null
            : await people.ApplyAsync(cohort.Id, known.PersonId, current => ApplicantRule.Merge(current, application, answers, cohort), cancellation);
        var confirmed = person is null ? await WithNamesakeAsync(cohort, application, answers, ApplicantRule.New(application, answers, cohort), cancellation)
            : application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };
        await applications.PutManyAsync(cohort.Id, [confirmed], cancellation);
        return confirmed;
    }

    /// <summary>The open form alone is open to everybody; what changes nothing needs nobody's word, and an open page of one's own is that of the mailbox.</summary>
    static bool MustBeConfirmed(Application application, ApplicationAnswers answers, Person known, string? ownerId, CohortSettings cohort) =>
        application.Provider == FormProvider.Own.Name && ownerId != known.PersonId && !known.IsErased
        && (SharedAddress.IsAnothers(known, answers) || !SameAnswers.Of(known, ApplicantRule.Merge(known, application, answers, cohort)));

    async Task<Application> WithNamesakeAsync(
        CohortSettings cohort, Application application, ApplicationAnswers answers, Person person, CancellationToken cancellation)
    {
        var own = identities.PersonId(cohort, answers.Email!, Vocabulary.Fold.LatinWords(answers.Name));
        application = application with { PersonId = own };
        person = person with { PersonId = own };
        if (!await people.TryAddAsync(person, cancellation))
            person = await people.ApplyAsync(cohort.Id, own, current => ApplicantRule.Merge(current, application, answers, cohort), cancellation) ?? person;
        return application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };
    }

    async Task<Application> RegisterUnreadableAsync(SubmissionReceived submission, RawMessage message, string why, CancellationToken cancellation)
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
        await notes.NoteUnreadableAsync(application, new(ProblemIds.OfMessage, $"A signed message could not be read: {why}. It is kept as it came."), cancellation);
        return application;
    }

    ApplicationReader ReaderOf(CohortSettings cohort) =>
        readers.GetOrAdd(cohort.Id, _ => new(cohort.Of<IntakeSettings>(), TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone)));
}
