namespace Ilnp.Matching.Comparison;

/// <summary>Shuffles by SplitMix64, so that a seed gives one order on every machine and runtime.</summary>
sealed class SeededOrder(ulong seed)
{
    ulong _state = seed;

    public List<int> Shuffle(int count)
    {
        var order = Enumerable.Range(0, count).ToList();
        for (var k = count - 1; k > 0; k--)
        {
            var other = (int)(Next() % (ulong)(k + 1));
            (order[k], order[other]) = (order[other], order[k]);
        }
        return order;
    }

    ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
