using Ilnp.Programme;

namespace Ilnp.Tests.Programme;

/// <summary>A cohort to test with, the pilot's dates.</summary>
static class Cohorts
{
    public static CohortSettings Pilot { get; } = new()
    {
        Id = "2020-spring",
        Name = "ILNP Spring-Summer 2020",
        TimeZone = "America/Chicago",
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 10),
            AvailabilityCloses = new(2020, 4, 24),
            Introduce = new(2020, 5, 4),
            MidSurvey = new(2020, 7, 1),
        },
        CapacityPairs = 47,
        Committee =
        [
            new()
            {
                Id = "ada",
                Name = "Ada Okoye",
                Email = "ada@example.org",
                Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
                LiaisonLoad = 2,
            },
            new() { Id = "ben", Name = "Ben Ruiz", Email = "ben@example.org", Roles = [CommitteeRole.Liaison], LiaisonLoad = 4 },
        ],
    };
}
