namespace Ilnp.Storage;

/// <summary>
/// How a storage client goes on when storage does not answer, on real time. Four tries take some six seconds: nobody waits
/// longer for a page, and orchestrations try again by themselves.
/// </summary>
public sealed class StorageTries
{
    /// <summary>After the first.</summary>
    public int More { get; set; } = 3;

    /// <summary>Before the second try; each further wait is about twice as long.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(0.8);
}
