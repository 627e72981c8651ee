using Ilnp.Programme;

namespace Ilnp.Care.Rematching;

/// <summary>Who seeks at this moment, and who comes first. Pure.</summary>
public static class SeekerTurns
{
    /// <summary>
    /// Everybody who waits for a partner and has had one: first those of earlier rounds, by how long ago their group ended; then those of
    /// this round, whoever has been searched for most in front, in the order in which they came.
    /// </summary>
    /// <param name="available">People who said yes and are in no group.</param>
    /// <param name="groups">All that were ever formed.</param>
    /// <param name="turns">Those of this round, in the order in which they came.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Person> available, IReadOnlyList<Group> groups, IReadOnlyList<SeekerTurn> turns)
    {
        var here = available.Select(person => person.PersonId).ToHashSet();
        var now = turns.Select(turn => turn.PersonId).ToHashSet();
        var before = here.Where(id => !now.Contains(id))
            .Select(id => (Id: id, Ended: EndedGroups.LastOf(id, groups.Where(WasIntroduced))?.EndedAt))
            .Where(waiting => waiting.Ended is not null)
            .OrderBy(waiting => waiting.Ended).ThenBy(waiting => waiting.Id, StringComparer.Ordinal);
        return
        [
            .. before.Select(waiting => waiting.Id),
            .. turns.OrderByDescending(turn => turn.Searches).Select(turn => turn.PersonId).Where(here.Contains).Distinct(),
        ];
    }

    /// <summary>Groups that the availability check took apart never began.</summary>
    static bool WasIntroduced(Group group) => group.EndedBy is not null;
}
