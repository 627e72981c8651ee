using Ilnp.Matching.Choice;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>
/// Choices that a seed decides: people unevenly spread over a few countries, some places, sometimes people chosen before
/// and people who should not be left alone.
/// </summary>
static class RandomChoices
{
    static readonly (int Lowest, int Highest)[] Weights = [(1, 1), (0, 3), (1, 10), (1000, 1200), (1, 1000), (-3, 6)];

    public static ChoiceRequest Of(int seed, int most = 14)
    {
        var random = new Random(seed);
        var people = random.Next(2, most + 1);
        var countries = random.Next(2, 9);
        var country = Enumerable.Range(0, people).Select(_ => (int)(countries * Math.Pow(random.NextDouble(), 1.7))).ToArray();
        return new ChoiceRequest
        {
            People = people,
            Edges = Edges(random, country, Weights[seed % Weights.Length]),
            Limit = random.Next(3) == 0 ? people / 2 : random.Next(1, people / 2 + 1),
            Country = country,
            AlreadyChosen = random.Next(3) > 0
                ? new()
                : Enumerable.Range(0, random.Next(1, 4)).ToDictionary(c => 2 * c, _ => random.Next(0, 4)),
            LossWhenAlone = random.Next(3) > 0 ? [] : [.. country.Select(_ => random.Next(3) > 0 ? 0 : random.Next(1, 2000))],
        };
    }

    static WeightedEdge[] Edges(Random random, int[] country, (int Lowest, int Highest) weights)
    {
        var density = random.Next(3) == 0 ? 1 : 0.2 + 0.8 * random.NextDouble();
        var edges = new List<WeightedEdge>();
        for (var u = 0; u < country.Length; u++)
            for (var v = u + 1; v < country.Length; v++)
                if (country[u] != country[v] && random.NextDouble() < density)
                    edges.Add(new WeightedEdge(u, v, random.Next(weights.Lowest, weights.Highest + 1)));
        // Now and then there is a second edge between the same two.
        if (random.Next(3) == 0)
            edges.AddRange(edges.Where(_ => random.Next(4) == 0)
                .Select(e => new WeightedEdge(e.V, e.U, random.Next(weights.Lowest, weights.Highest + 1))).ToList());
        return [.. edges];
    }
}
