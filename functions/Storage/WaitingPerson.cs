namespace Ilnp.Storage;

/// <summary>
/// Somebody who waits for a page: storage that cannot be reached is told to them within two seconds, while orchestrations have
/// the storage client's whole patience.
/// </summary>
public sealed class WaitingPerson
{
    static readonly AsyncLocal<WaitingPerson?> Present = new();

    int failures;

    /// <summary>Who waits for what runs here; null when nobody does.</summary>
    public static WaitingPerson? Now => Present.Value;

    /// <summary>Somebody waits for all that begins from here on, up to the end of the calling method.</summary>
    public static void Comes() => Present.Value = new();

    /// <summary>Whether a connection was refused before: one more try mends what was a moment's trouble.</summary>
    public bool HasMetARefusal() => Interlocked.Increment(ref failures) > 1;
}
