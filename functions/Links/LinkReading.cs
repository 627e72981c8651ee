namespace Ilnp.Links;

/// <summary>What a token turned out to be.</summary>
/// <param name="Validity">Whether to believe it.</param>
/// <param name="Subject">As signed; empty when invalid.</param>
public sealed record LinkReading(LinkValidity Validity, IReadOnlyList<string> Subject)
{
    public static LinkReading Invalid { get; } = new(LinkValidity.Invalid, []);
}

public enum LinkValidity
{
    /// <summary>Not made here, made for another purpose, changed, or its key is retired.</summary>
    Invalid,

    /// <summary>Genuine, but its time is over.</summary>
    Expired,
    Valid,
}
