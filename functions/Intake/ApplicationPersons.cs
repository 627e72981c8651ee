using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Import;
using Ilnp.Intake.PersonalData;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>What a message becomes: an application, and its person.</summary>
public sealed class ApplicationPersons(
    PeopleStore people, PriorityStore priorities, Identities identities, AddressBook addresses, IQualifications qualifications,
    IMergedPeople merged)
{
    /// <summary>The application as its message says it, nobody asked and nothing stored.</summary>
    public Application Read(CohortSettings cohort, string applicationId, string provider, DateTimeOffset receivedAt, ReadMessage message)
    {
        var (read, closes) = (message.Read, new ProgrammeCalendar(cohort).ApplicationsClose);
        return new()
        {
            CohortId = cohort.Id,
            ApplicationId = applicationId,
            Provider = provider,
            Row = message.Said.Row,
            AppliedAt = read.AppliedAt,
            ReceivedAt = receivedAt,
            UpdatedAt = read.UpdatedAt,
            Answers = read.Answers,
            Unclear = read.Unclear,
            ChoicesId = message.Choices?.Id,
            Consent = message.Said.Consent,
            PersonId = read.Answers.Email is { } address ? identities.PersonId(cohort, address) : null,
            Outcome = OutcomeRule.BeforeStoring(read, closes),
            Reasons = OutcomeRule.Reasons(read, qualifications.Missed(read.Answers), closes),
        };
    }

    /// <summary>Whether an earlier cohort left somebody of this name at the address waiting.</summary>
    public async Task<bool> WaitedAsync(CohortSettings cohort, string address, string name, CancellationToken cancellation) =>
        await priorities.FindAsync(identities.AcrossCohorts(cohort, address, name), cancellation) is not null;

    /// <summary>
    /// Adds the person, or merges into the one who is there: two requests for somebody new, four for others. Of an address that people
    /// of unlike names share each is a person; one that the committee has corrected leads to whom it was corrected for.
    /// </summary>
    public async Task<Application> WithPersonAsync(
        CohortSettings cohort, Application application, ReadApplication read, string? ownerId, CancellationToken cancellation)
    {
        var answers = read.Answers;
        application = application with { PersonId = await addresses.RecentOwnerAsync(cohort.Id, application.PersonId!, cancellation) };
        var person = ApplicantRule.New(application, answers, cohort);
        if (await WaitedAsync(cohort, person.Email, person.Name, cancellation)) person = person with { CarriedPriority = true };
        if (await people.TryAddAsync(person, cancellation)) return Told(application, person);
        var first = await people.GetAsync(cohort.Id, person.PersonId, cancellation);
        var id = await AmongAsync(cohort, first, answers, cancellation);
        var known = id == first.PersonId ? first : await people.FindAsync(cohort.Id, id, cancellation);
        application = application with { PersonId = id };
        if (StaysErased.Is(known, read, fromFile: false)) return StaysErased.Left(application);
        if (MustBeConfirmed(application, answers, known ?? first, ownerId, cohort))
            return application with
            {
                PersonId = (known ?? first).PersonId,
                Outcome = ApplicationOutcome.Unconfirmed,
                MailLanguage = (known ?? first).MailLanguage,
            };
        return await MergedAsync(cohort, application, person with { PersonId = id }, cancellation);
    }

    /// <summary>
    /// An application of which no person is made, with the id of whose it is by its address and name: as if it had come in time.
    /// </summary>
    public async Task<Application> OwnedAsync(CohortSettings cohort, Application application, CancellationToken cancellation)
    {
        if (application is not { PersonId: { } made, Answers: { Email: not null } answers }) return application;
        var owner = await addresses.RecentOwnerAsync(cohort.Id, made, cancellation);
        return application with
        {
            PersonId = await people.FindAsync(cohort.Id, owner, cancellation) is { } first
                ? await AmongAsync(cohort, first, answers, cancellation)
                : owner,
        };
    }

    /// <summary>By <see cref="SharedAddress.Whose"/>; where the first one is meant, nobody else is read.</summary>
    async Task<string> AmongAsync(CohortSettings cohort, Person first, ApplicationAnswers answers, CancellationToken cancellation)
    {
        if (SharedAddress.IsOf(first, answers)) return first.PersonId;
        var own = NamesakeId(cohort, answers);
        var isKnown = await people.FindAsync(cohort.Id, own, cancellation) is not null;
        return SharedAddress.Whose(
            first, own, isKnown, isKnown ? [] : await addresses.PeopleAsync(cohort, answers.Email!, cancellation), answers);
    }

    static Application Told(Application application, Person person) =>
        application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };

    /// <summary>
    /// The open form alone is open to everybody; what changes nothing needs nobody's word, and an open
    /// page of one's own is that of the mailbox.
    /// </summary>
    static bool MustBeConfirmed(
        Application application, ApplicationAnswers answers, Person known, string? ownerId, CohortSettings cohort) =>
        application.Provider == FormProvider.Own.Name && ownerId != known.PersonId && !known.IsErased
        && (SharedAddress.IsAnothers(known, answers) || !SameAnswers.Of(known, ApplicantRule.Merge(known, application, answers, cohort)));

    /// <summary>Whether it is somebody's who shares the address with a person of another name.</summary>
    public bool IsNamesakes(CohortSettings cohort, Application application) =>
        application is { PersonId: { } id, Answers: { Email: not null } answers } && id == NamesakeId(cohort, answers);

    string NamesakeId(CohortSettings cohort, ApplicationAnswers answers) =>
        identities.PersonId(cohort, answers.Email!, Fold.LatinWords(answers.Name));

    /// <summary>Of an address that belongs to somebody of another name.</summary>
    public async Task<Application> WithNamesakeAsync(
        CohortSettings cohort, Application application, ApplicationAnswers answers, Person person, CancellationToken cancellation)
    {
        var own = NamesakeId(cohort, answers);
        return await MergedAsync(cohort, application with { PersonId = own }, person with { PersonId = own }, cancellation);
    }

    async Task<Application> MergedAsync(CohortSettings cohort, Application application, Person person, CancellationToken cancellation)
    {
        if (!await people.TryAddAsync(person, cancellation))
            person = await people.ApplyAsync(
                cohort.Id,
                person.PersonId,
                current => ApplicantRule.Merge(current, application, application.Answers!, cohort),
                cancellation) ?? person;
        await CarryAsync(cohort, application, person, cancellation);
        return Told(application, person);
    }

    /// <summary>What comes for somebody whom the committee found to be another one counts for that other one, for both.</summary>
    /// <param name="cohort">Theirs.</param>
    /// <param name="application">One that counts.</param>
    /// <param name="person">Whose it is, as stored now.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task CarryAsync(CohortSettings cohort, Application application, Person person, CancellationToken cancellation)
    {
        if (!person.Reasons.Contains(ReasonCode.Duplicate)) return;
        if (await merged.FirstOfAsync(cohort.Id, person.PersonId, cancellation) is { } first)
            await people.ApplyAsync(
                cohort.Id, first, current => ApplicantRule.Merge(current, application, application.Answers!, cohort), cancellation);
    }
}
