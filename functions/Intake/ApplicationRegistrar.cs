using Ilnp.Intake.Answers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>Registers applications that waited: for an address by the committee, or for the word of their mailbox.</summary>
public sealed class ApplicationRegistrar(
    CohortStore cohorts, PeopleStore people, ApplicationStore applications, ProblemNotes notes, Identities identities,
    ApplicationPersons persons, SecondReading second)
{
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
        if (person is not null) await persons.CarryAsync(cohort, application, person, cancellation);
        var confirmed = person is null
            ? await persons.WithNamesakeAsync(cohort, application, answers, ApplicantRule.New(application, answers, cohort), cancellation)
            : application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };
        await applications.PutManyAsync(cohort.Id, [confirmed], cancellation);
        return confirmed;
    }
}
