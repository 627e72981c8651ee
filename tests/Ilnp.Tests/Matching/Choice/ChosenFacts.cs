using Ilnp.Matching.Choice;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>What can be counted about a choice without asking who made it.</summary>
static class ChosenFacts
{
    /// <summary>
    /// Sum of the pairs' weights less the losses of those left alone; fails where a person is in two pairs or a pair has no edge.
    /// </summary>
    public static long Value(ChoiceRequest request, ChosenPairs chosen)
    {
        var placed = chosen.Pairs.SelectMany(p => new[] { p.First, p.Second }).ToList();
        Assert.Distinct(placed);
        var score = chosen.Pairs.Sum(p => (long)request.Edges.Where(e => (e.U, e.V) == p || (e.V, e.U) == p).Max(e => e.Weight));
        Assert.Equal(score, chosen.Score);
        return score - Enumerable.Range(0, request.People).Except(placed)
            .Sum(v => request.LossWhenAlone.Count == 0 ? 0L : request.LossWhenAlone[v]);
    }

    /// <summary>People by country, those chosen before included.</summary>
    public static Dictionary<int, int> ByCountry(ChoiceRequest request, ChosenPairs chosen)
    {
        var counts = request.AlreadyChosen.Where(c => c.Value > 0).ToDictionary();
        foreach (var person in chosen.Pairs.SelectMany(p => new[] { p.First, p.Second }))
            counts[request.Country[person]] = counts.GetValueOrDefault(request.Country[person]) + 1;
        return counts;
    }
}
