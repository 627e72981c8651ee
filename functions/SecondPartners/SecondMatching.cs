using Ilnp.Matching;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;

namespace Ilnp.SecondPartners;

/// <summary>
/// Pairs those who wish a second partner among each other by the matching's own rules: as many as can be, and of all such ways the one
/// whose pairs fit best. Nobody gets somebody they are or were in a group with.
/// </summary>
public sealed class SecondMatching(CohortStore cohorts, PeopleStore people, GroupStore groups, CohortProblems problems, TimeProvider time)
{
    /// <summary>Deterministic: the same wishes give the same pairs.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="wishing">Ids of those who wish one, and whose group agrees.</param>
    /// <exception cref="InvalidOperationException">The settings contradict themselves: the step fails, so that somebody looks.</exception>
    public async Task<IReadOnlyList<SecondPair>> OfAsync(string cohortId, IReadOnlySet<string> wishing)
    {
        if (wishing.Count < 2) return [];
        var settings = await cohorts.GetAsync(cohortId);
        var candidates = (await people.ListAsync(cohortId)).Where(person => wishing.Contains(person.PersonId)).ToList();
        var problem = Problem(await problems.OfAsync(settings, candidates), await groups.ListAsync(cohortId));
        var made = GroupRepair.Of(problem, [], new() { Lone = [.. candidates.Select(one => one.PersonId)], AllowTrios = false });
        if (made.Conflicts.Count > 0)
            throw new InvalidOperationException($"No second pairs could be made: {string.Join(" ", made.Conflicts)}");
        return [.. made.Groups.Select((pair, index) => Pair(cohortId, pair, index + 1))];
    }

    /// <summary>Their places in the programme are settled: no share of a country is counted again.</summary>
    internal static MatchingProblem Problem(MatchingProblem problem, IEnumerable<Group> groups) => problem with
    {
        Capacity = problem.People.Count / 2,
        CountryCapPercent = null,
        Past = [.. problem.Past, .. groups.SelectMany(Together)],
    };

    static IEnumerable<PersonPair> Together(Group formed) =>
        from one in formed.Members
        from other in formed.Members
        where string.CompareOrdinal(one, other) < 0
        select new PersonPair(one, other);

    SecondPair Pair(string cohortId, ProposedGroup pair, int number) => new()
    {
        CohortId = cohortId,
        PairId = $"S{number:000}",
        Members = pair.Members,
        Status = SecondPairStatus.Proposed,
        Reasons = pair.Reasons,
        MadeAt = time.GetUtcNow(),
    };
}
