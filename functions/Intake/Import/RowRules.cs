using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Texts;

namespace Ilnp.Intake.Import;

/// <summary>What a row becomes, by the rules that hold for every application.</summary>
sealed class RowRules(
    CohortSettings cohort, Identities identities, IQualifications qualifications,
    IReadOnlyDictionary<string, Priority> waited, IReadOnlyDictionary<string, string> corrected)
{
    readonly DateTime closes = new ProgrammeCalendar(cohort).ApplicationsClose;

    public Application Application(ExportRow row, ReadApplication read, DateTimeOffset receivedAt) => new()
    {
        CohortId = cohort.Id,
        ApplicationId = RowImporter.IdOf(row),
        Provider = FormProvider.Export.Name,
        Row = row.Number,
        AppliedAt = read.AppliedAt,
        ReceivedAt = receivedAt,
        UpdatedAt = read.UpdatedAt,
        Answers = read.Answers,
        Unclear = read.Unclear,
        PersonId = read.Answers.Email is { } address ? Owner(identities.PersonId(cohort, address)) : null,
        Outcome = OutcomeRule.BeforeStoring(read, closes),
        Reasons = OutcomeRule.Reasons(read, qualifications.Missed(read.Answers), closes),
    };

    string Owner(string madeId) => corrected.GetValueOrDefault(madeId, madeId);

    /// <summary>The person of a first application.</summary>
    public Person New(Application application)
    {
        var person = ApplicantRule.New(application, application.Answers!, cohort);
        var who = identities.AcrossCohorts(cohort, person);
        return waited.GetValueOrDefault(who.Identity)?.Of(who) is null ? person : person with { CarriedPriority = true };
    }

    /// <summary>The id that somebody's address makes; null for whoever has none any more.</summary>
    public string? Makes(Person person) => identities.PersonId(cohort, person);

    /// <summary>The id that an application's address makes, whoever it leads to.</summary>
    public string Makes(Application application) => identities.PersonId(cohort, application.Answers!.Email!);

    /// <summary>The id of somebody of another name at the same address.</summary>
    public string Namesake(Application application) =>
        identities.PersonId(cohort, application.Answers!.Email!, Fold.LatinWords(application.Answers.Name));
}
