using Ilnp.Matching;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Rematching;

/// <summary>Matches everybody who seeks at once, and says for whom somebody has to be asked, and whom.</summary>
public sealed class SeekerActivities(SeekerScenes scenes, CohortMatchmaker matchmaker)
{
    /// <summary>
    /// Forms the groups for which nobody has to be asked. A second run finds what the first has formed and places who
    /// is left; introduced is each by the round.
    /// </summary>
    [Function(nameof(MatchSeekers))]
    public async Task<RoundMatched> MatchSeekers([ActivityTrigger] SeekerRound round)
    {
        var scene = await scenes.ReadAsync(round);
        var problem = await scenes.ProblemAsync(scene);
        var placed = await scenes.PlaceAsync(scene, problem, round.MayAsk);
        var formed = scene.Unintroduced.ToList();
        foreach (var group in placed.Groups)
            formed.Add((await matchmaker.FormAsync(round.CohortId, group.Members, liaisonId: null, group)).GroupId);
        var members = placed.Groups.SelectMany(group => group.Members).ToHashSet();
        List<string> ready = [.. scene.Now.Standby.Where(person => !members.Contains(person))];
        return new()
        {
            Formed = formed,
            Left = [.. placed.Left.SelectMany(left => Search(left, round, scene))],
            Ahead = Ahead(round, scene, problem, ready, [.. placed.Left.SelectMany(left => left.Asking)]),
            Ready = [.. ready.Where(round.Asked.Contains)],
        };
    }

    /// <summary>
    /// Of those who wait since an earlier round, another search is at work or has ended: they are matched as soon as somebody fits.
    /// </summary>
    static IEnumerable<SeekerToSearch> Search(SeekerLeft left, SeekerRound round, SeekerScene scene) =>
        round.Turns.Where(turn => turn.PersonId == left.PersonId).OrderByDescending(turn => turn.Searches).Take(1)
            .Select(turn => new SeekerToSearch(turn, scene.IdOf(left.Pair), left.Asking));

    static IReadOnlyList<string> Ahead(
        SeekerRound round, SeekerScene scene, MatchingProblem problem, IReadOnlyList<string> ready, IReadOnlyList<string> asking)
    {
        if (!round.MayAskAhead) return [];
        var asked = asking.Count + scene.Everybody.Count(person => person.Standing == Standing.Asked);
        var missing = StandbyRules.Missing(scene.Running.Count, ready.Count, asked);
        if (missing == 0) return [];
        return StandbyChoice.Of(
            problem, [.. scene.Running.SelectMany(group => group.Members)], ready, [.. scene.Waiting.Except(asking)], missing);
    }
}
