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

    /// <summary>
    /// Only people whom the rule can propose are compared at all: everybody with everybody would take minutes for a large country.
    /// </summary>
    static IEnumerable<DuplicateProposal> FindInCountry(IEnumerable<Person> people)
    {
        var originals = new Dictionary<string, List<(int Place, Person Person, NameLikeness Name)>>();
        foreach (var (place, later) in people.OrderBy(person => person.FirstAppliedAt)
            .ThenBy(person => person.PersonId, StringComparer.Ordinal).Index())
        {
            var shared = SamePersonRule.MustShare(later).ToList();
            var name = new NameLikeness(later.Name);
            var proposals = shared.SelectMany(key => originals.GetValueOrDefault(key) ?? [])
                .DistinctBy(earlier => earlier.Place).OrderBy(earlier => earlier.Place)
                .Where(earlier => earlier.Name.IsLike(name)).Select(earlier => Propose(earlier.Person, later))
                .OfType<DuplicateProposal>().ToList();
            foreach (var key in proposals.Count == 0 ? shared : [])
                (originals.TryGetValue(key, out var alike) ? alike : originals[key] = []).Add((place, later, name));
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
