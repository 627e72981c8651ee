using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Committee.Spreading;

/// <summary>Where the word is spread from, and when once more.</summary>
static class Spread
{
    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/spread";

    /// <summary>Codes of the countries that people applied from, as far as they are known; everybody counts as in the overview.</summary>
    public static IReadOnlySet<string> Reached(IEnumerable<Person> applied) =>
        applied.Select(person => person.Country).Where(country => country.Length > 0 && country != Countries.Unknown).ToHashSet();

    /// <summary>The first of the last seven days on which people can apply.</summary>
    public static DateOnly LastWeekOf(CohortSettings cohort) => cohort.Dates.ApplicationsClose.AddDays(-6);
}
