using Ilnp.Matching.Problem;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>A cohort's people as the matching sees them.</summary>
static class CohortProblem
{
    /// <summary>The problem of these people under the cohort's settings, capacity left open.</summary>
    public static MatchingProblem Of(CohortSettings settings, IReadOnlyList<Person> people)
    {
        var own = settings.Of<MatchingSettings>();
        return new()
        {
            People = [.. people.Select(Candidate)],
            CountryCapPercent = settings.CountryCapPercent,
            Spread = CountrySpread.Parse(own.Spread) ?? CountrySpread.Default,
            Weights = own.Weights,
            Starts = settings.Dates.Introduce,
            Ends = settings.Dates.End,
        };
    }

    static Candidate Candidate(Person person) => new()
    {
        Id = person.PersonId,
        Row = person.ApplicationRow,
        Country = person.Country,
        Languages = person.Languages,
        Interests = person.Interests,
        LibraryType = person.LibraryType,
        TimeZone = person.TimeZone,
        YearsOfExperience = person.YearsOfExperience,
        CareerStage = person.CareerStage,
        AppliedAt = person.FirstAppliedAt,
        CarriedPriority = person.CarriedPriority,
        WantsUnlike = person.WantsUnlike,
        Offers = person.Offers,
        Seeks = person.Seeks,
        Rhythm = person.Rhythm,
        Tools = person.Tools,
    };
}
