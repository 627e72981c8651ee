namespace Ilnp.Matching.Problem;

/// <summary>The country cap in people.</summary>
static class CountryShare
{
    /// <summary>People that one country may have among so many; at least one, however small the share is.</summary>
    public static int Of(int percent, int people) => Math.Max(1, (int)((long)percent * people / 100));
}
