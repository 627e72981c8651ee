using Ilnp.Matching.Choice;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Repairing;

/// <summary>
/// Points for placing somebody who is alone: more than all pairs together can gain in fit, as far as the solver's integers reach on a
/// curve. Where they take turns, most of all as many as possible are placed, and of those ways the one with whoever comes first.
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
        var place = Place(turns, person);
        var step = fit.Together + 1;
        // Each counts more than all behind them together: exact also where there is room for few.
        if (turns.Count < MostDoubled && step << (turns.Count + 1) <= reach)
            return (int)(step * ((1L << turns.Count) + (1L << (turns.Count - 1 - place))));
        // More of them: the people whom pairs can place are the sets of a matroid, so that a step for each place
        // tells them apart; not where room is scarce.
        return (int)(Math.Min(reach / (turns.Count + 1), step) * (1 + turns.Count - place));
    }

    const int MostDoubled = 20;

    static int Place(IReadOnlyList<int> turns, int person) => Enumerable.Range(0, turns.Count).First(at => turns[at] == person);
}
