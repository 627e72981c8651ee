using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>Looks through all applicants of a cohort for people who may have applied under two addresses.</summary>
public static class DuplicateFinder
{
    /// <summary>
    /// Each later applicant with every earlier one that they may be. Somebody who is proposed as another is not compared
    /// with further ones. The same for the same people, in whatever order they are given.
    /// </summary>
    public static IReadOnlyList<DuplicateProposal> Find(IEnumerable<Person> people) =>
        [.. people.GroupBy(person => person.Country).OrderBy(country => country.Key, StringComparer.Ordinal).SelectMany(FindInCountry)];

    /// <summary>Only people whom the rule can propose are compared at all: everybody with everybody would take minutes for a large country.</summary>
    static IEnumerable<DuplicateProposal> FindInCountry(IEnumerable<Person> people)
    {
        var originals = new Dictionary<int, List<(Person Person, NameLikeness Name)>>();
        foreach (var later in people.OrderBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal))
        {
            if (SamePersonRule.MustAgree(later) is not { } years) continue;
            if (!originals.TryGetValue(years, out var alike)) originals[years] = alike = [];
            var name = new NameLikeness(later.Name);
            var proposals = alike.Where(earlier => earlier.Name.IsLike(name)).Select(earlier => Propose(earlier.Person, later)).OfType<DuplicateProposal>().ToList();
            if (proposals.Count == 0) alike.Add((later, name));
            foreach (var proposal in proposals) yield return proposal;
        }
    }

    static DuplicateProposal? Propose(Person earlier, Person later) => SamePersonRule.Why(earlier, later) is not { } why ? null : new()
    {
        CohortId = earlier.CohortId,
        FirstId = earlier.PersonId,
        SecondId = later.PersonId,
        Why = why,
    };
}
