namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Exact shares of a known set of people.</summary>
static class Quota
{
    /// <summary>The first so many of the ranked get the first value, the next the second; people beyond the parts get none.</summary>
    public static IReadOnlyDictionary<string, T> Deal<T>(IReadOnlyList<string> ranked, IReadOnlyList<(T Value, int Count)> parts)
    {
        var values = parts.SelectMany(part => Enumerable.Repeat(part.Value, part.Count));
        return ranked.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
