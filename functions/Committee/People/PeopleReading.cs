using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>Finds the people of a cohort whom somebody looks for.</summary>
public sealed class PeopleReading(PeopleStore people, GroupStore groups, DecisionStore decisions, TimeProvider time)
{
    public async Task<FoundPeople> FindAsync(string cohortId, PeopleFilter filter, CancellationToken cancellation)
    {
        var (everybody, formed, asked) = (
            people.ListAsync(cohortId, cancellation), groups.ListAsync(cohortId, cancellation),
            AskedAsync(cohortId, filter, cancellation));
        return new(filter, await everybody, await formed, filter.Apply(await everybody, await formed, await asked, time.GetUtcNow()));
    }

    /// <summary>As far as the filter looks at it.</summary>
    async Task<IReadOnlyList<Decision>> AskedAsync(
        string cohortId, PeopleFilter filter, CancellationToken cancellation) => filter.Query[PeopleFilter.Answer] switch
        {
            "" => [],
            PeopleFilter.Waiting => await decisions.UnansweredAsync(cohortId, cancellation),
            _ => await decisions.ListAsync(cohortId, cancellation: cancellation),
        };
}

/// <summary>Whom a filter finds.</summary>
/// <param name="Filter">What was looked for.</param>
/// <param name="Everybody">Of the cohort.</param>
/// <param name="Groups">Of the cohort.</param>
/// <param name="People">Those who fit.</param>
public sealed record FoundPeople(
    PeopleFilter Filter, IReadOnlyList<Person> Everybody, IReadOnlyList<Group> Groups, IReadOnlyList<Person> People);
