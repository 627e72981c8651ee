using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>Who was found to be one person, over others too. Pure.</summary>
static class SamePeople
{
    /// <summary>The ids of the person and of all who are the same.</summary>
    public static IReadOnlySet<string> Of(string personId, IEnumerable<DuplicateProposal> all) =>
        Joined([personId], [.. all.Where(proposal => proposal.Decision == DuplicateDecision.Same)]);

    /// <summary>The ids of all whom a decision on these may concern: whoever is proposed with one of them, whatever was decided.</summary>
    public static IReadOnlySet<string> Around(IEnumerable<string> personIds, IReadOnlyList<DuplicateProposal> all) =>
        Joined([.. personIds], all);

    /// <summary>Who stands for all of them: whoever applied first.</summary>
    public static Person First(IEnumerable<Person> same) =>
        same.OrderBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal).First();

    static HashSet<string> Joined(HashSet<string> ids, IReadOnlyList<DuplicateProposal> links)
    {
        while (links.FirstOrDefault(link => ids.Contains(link.FirstId) != ids.Contains(link.SecondId)) is { } link)
            ids.UnionWith([link.FirstId, link.SecondId]);
        return ids;
    }
}
