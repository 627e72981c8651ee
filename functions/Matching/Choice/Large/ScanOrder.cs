using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice.Large;

/// <summary>
/// The order of a walk: people by group, in it by layer, in it by what they ask of a partner. A layer holds people for whom the
/// main nest of blossoms adds about as much.
/// </summary>
sealed class ScanOrder
{
    /// <summary>With more layers the bound knows the nest better, but there are more lists to look at.</summary>
    const int MostLayers = 16;

    /// <summary>Places in the list of people, in the order of the walk.</summary>
    public readonly int[] Order;

    /// <summary>Where each list begins; one more for the end.</summary>
    public readonly int[] Start;

    public readonly int Layers;

    /// <summary>What the main nest adds for each person, by place in the list of people.</summary>
    public readonly long[] InNest;

    /// <summary>The least of it in each layer.</summary>
    public readonly long[] LeastInNest;

    public ScanOrder(int[] groupOf, int groups, long[] demand, BlossomForest? blossoms)
    {
        var count = groupOf.Length;
        InNest = blossoms?.SumsAlongMainNest(count) ?? new long[count];
        var places = Enumerable.Range(0, count).ToArray();
        var byNest = InNest.ToArray();
        Array.Sort(byNest);
        Layers = count == 0 || byNest[0] == byNest[^1] ? 1 : MostLayers;
        LeastInNest = [.. Enumerable.Range(0, Layers).Select(layer => count == 0 ? 0 : byNest[(int)((long)layer * count / Layers)])];
        var list = new int[count];
        for (var k = 0; k < count; k++) list[k] = groupOf[k] * Layers + LayerOf(InNest[k]);
        Array.Sort(
            places, (a, b) => list[a] != list[b] ? list[a] - list[b] : demand[a] != demand[b] ? demand[a].CompareTo(demand[b]) : a - b);
        Order = places;
        Start = new int[groups * Layers + 1];
        foreach (var at in list) Start[at + 1]++;
        for (var at = 0; at < Start.Length - 1; at++) Start[at + 1] += Start[at];
    }

    /// <summary>The last layer that begins at or below the value.</summary>
    int LayerOf(long inNest)
    {
        var layer = Layers - 1;
        while (layer > 0 && LeastInNest[layer] > inNest) layer--;
        return layer;
    }
}
