using Ilnp.Intake;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Ilnp.Programme.Reasons;

namespace Ilnp.Committee.Drafts.Preview;

/// <summary>Two people who are nobody, for mails that are looked at before there is a cohort.</summary>
static class SampleReaders
{
    public static Person Reader { get; } = Of(
        "P1", "Amina Diallo", "amina@library.example", "SN", "Africa/Dakar", "university", "metadata", "archives");

    public static Person Partner { get; } = Of(
        "P2", "Tomás Rojas", "tomas@library.example", "CL", "America/Santiago", "public", "metadata", "open-access");

    public static Group Group(CohortSettings cohort) => new()
    {
        CohortId = cohort.Id,
        GroupId = "G001",
        Members = [Reader.PersonId, Partner.PersonId],
        Status = GroupStatus.Active,
        LiaisonId = cohort.Liaisons.First().Id,
        Reasons = [new MatchReason("commonLanguage", ["fr"]), new MatchReason("firstInterest", ["metadata"])],
    };

    public static Application Application(CohortSettings cohort, string language) => new()
    {
        CohortId = cohort.Id,
        ApplicationId = "preview",
        PersonId = Reader.PersonId,
        Provider = FormProvider.Own.Name,
        AppliedAt = default,
        ReceivedAt = default,
        Outcome = ApplicationOutcome.Received,
        MailLanguage = language,
        Answers = new()
        {
            Name = Reader.Name,
            Email = Reader.Email,
            Country = Reader.Country,
            TimeZone = Reader.TimeZone,
            Languages = Reader.Languages,
            Interests = Reader.Interests,
            LibraryType = Reader.LibraryType,
        },
    };

    static Person Of(string id, string name, string email, string country, string zone, string library, params string[] interests) => new()
    {
        CohortId = "preview",
        PersonId = id,
        Name = name,
        Email = email,
        Country = country,
        TimeZone = zone,
        Languages = ["fr", "en"],
        Interests = interests,
        LibraryType = library,
        MailLanguage = "en",
        FirstAppliedAt = default,
        Standing = Standing.Active,
    };
}
