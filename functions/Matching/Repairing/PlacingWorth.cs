using Ilnp.Matching.Choice;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Repairing;

/// <summary>
/// Points for placing somebody who is alone: more than all pairs together can gain in fit, as far as the solver's integers reach on a curve.
/// Where they take turns, each place further in front is worth as much again. The people whom some pairs can place are then the sets of a matroid, so
/// that the most points place as many as possible, and of those ways the one with whoever comes first.
/// </summary>
/// <param name="lone">Who is to be placed.</param>
/// <param name="turns">They, whoever comes first in front; null when they count alike.</param>
/// <param name="fit">The points of the heaviest pair, and of as many such pairs as there can be.</param>
sealed class PlacingWorth(IReadOnlySet<int> lone, IReadOnlyList<int>? turns, (long Most, long Together) fit)
{
    readonly Dictionary<int, int> _worth = lone.ToDictionary(person => person, person => Worth(turns, person, fit));

    /// <summary>Zero for somebody who is not alone.</summary>
    public int Of(int person) => _worth.GetValueOrDefault(person);

    static int Worth(IReadOnlyList<int>? turns, int person, (long Most, long Together) fit)
    {
        if (fit.Most == 0) return 0;
        var reach = (WeightedGraph.MaxWeight / CountryCurve.Scale - fit.Most) / 2;
        if (turns is null) return (int)Math.Min(reach, fit.Together + 1);
        // Two for everybody, and one for each place behind theirs: far more seekers than a cohort has ever had are told apart by less than the fit.
        var step = Math.Min(reach / (turns.Count + 1), fit.Together + 1);
        return (int)(step * (1 + turns.Count - Place(turns, person)));
    }

    static int Place(IReadOnlyList<int> turns, int person) => Enumerable.Range(0, turns.Count).First(at => turns[at] == person);
}
