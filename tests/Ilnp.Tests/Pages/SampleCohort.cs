using Ilnp.Programme;

namespace Ilnp.Tests.Pages;

/// <summary>A small cohort with a committee of two and people of several scripts.</summary>
static class SampleCohort
{
    public static CohortSettings Settings(string id) => new()
    {
        Id = id,
        Name = "ILNP Spring 2020",
        TimeZone = "America/Chicago",
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 13),
            AvailabilityCloses = new(2020, 4, 24),
            Introduce = new(2020, 5, 4),
            MidSurvey = new(2020, 7, 6),
        },
        CapacityPairs = 47,
        Languages = ["en", "es", "pt", "fr", "ru", "zh", "ja", "ko", "ar"],
        Committee =
        [
            new() { Id = "lead", Name = "Zoë Müller", Email = $"lead@{id}.example", Roles = [CommitteeRole.Lead] },
            new()
            {
                Id = "liaison",
                Name = "José Álvarez",
                Email = $"liaison@{id}.example",
                Roles = [CommitteeRole.Liaison],
                LiaisonLoad = 15,
            },
        ],
        Texts = new Dictionary<string, string> { ["organiser"] = "the programme's committee", ["website"] = "https://ilnp.example.org" },
    };

    public static Person Person(string cohort, string id, string name, string country, Standing standing = Standing.Eligible) => new()
    {
        CohortId = cohort,
        PersonId = id,
        Name = name,
        Email = $"{id.ToLowerInvariant()}@library.example",
        Country = country,
        TimeZone = "Africa/Nairobi",
        Languages = ["en", "fr"],
        MailLanguage = "en",
        Interests = ["metadata", "archives"],
        LibraryType = "academic",
        FirstAppliedAt = new(2020, 3, 5, 10, 0, 0, TimeSpan.Zero),
        Standing = standing,
    };
}
