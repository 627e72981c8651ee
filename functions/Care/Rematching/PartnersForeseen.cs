using Ilnp.Programme;
using Ilnp.Programme.Reasons;

namespace Ilnp.Care.Rematching;

/// <summary>What a round of rematches would do for one person at this moment.</summary>
/// <param name="Seeker">Who would seek.</param>
/// <param name="With">Whom they would be introduced to at once; empty when nobody who said yes fits.</param>
/// <param name="Reasons">What would speak for it, best first.</param>
/// <param name="Asking">Who of the waiting list would be asked; empty for nobody, or when there is no time for it.</param>
/// <param name="Pair">Members of a running pair who would be asked whether they take in a third; empty for none.</param>
public sealed record PartnerForeseen(
    Person Seeker, IReadOnlyList<Person> With, IReadOnlyList<MatchReason> Reasons,
    IReadOnlyList<Person> Asking, IReadOnlyList<Person> Pair);

/// <summary>Says what a round of rematches would do if a group were dissolved now. Nothing is written, and nobody hears of it.</summary>
public sealed class PartnersForeseen(SeekerScenes scenes, TimeProvider time)
{
    /// <summary>For each member, in their order.</summary>
    /// <exception cref="InvalidOperationException">What is stored contradicts itself, so that no round could place anybody.</exception>
    public async Task<IReadOnlyList<PartnerForeseen>> OfAsync(CohortSettings settings, Group group)
    {
        var round = RoundOf(settings, group);
        var scene = await scenes.ReadAsync(round, group);
        var placed = await scenes.PlaceAsync(scene, await scenes.ProblemAsync(scene, group), round.MayAsk);
        var known = scene.Everybody.ToDictionary(person => person.PersonId);
        return [.. group.Members.Where(scene.Now.InTurn.Contains).Select(Foreseen)];

        PartnerForeseen Foreseen(string seeker)
        {
            var found = placed.Groups.FirstOrDefault(one => one.Members.Contains(seeker));
            var left = placed.Left.FirstOrDefault(one => one.PersonId == seeker);
            var with = Named(found?.Members.Where(member => member != seeker));
            return new(known[seeker], with, found?.Reasons ?? [], Named(left?.Asking), Named(left?.Pair?.Members));
        }

        IReadOnlyList<Person> Named(IEnumerable<string>? ids) => [.. (ids ?? []).Select(id => known[id])];
    }

    SeekerRound RoundOf(CohortSettings settings, Group group)
    {
        var plan = CohortPlan.From(settings);
        return SeekerRound.At(time.GetUtcNow().UtcDateTime, plan, [.. group.Members.Select(member => new SeekerTurn(member, 0))], []);
    }
}
