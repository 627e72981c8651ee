namespace Ilnp.Committee.Audit;

/// <summary>Something that somebody did, in the reader's words.</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">Name of who did it.</param>
/// <param name="What">What they did.</param>
public sealed record AuditLine(DateTimeOffset At, string Who, string What)
{
    /// <summary>Name of the person or group that it was about; empty for nobody else.</summary>
    public string About { get; init; } = "";

    /// <summary>Where what it was about is shown; null for nowhere.</summary>
    public string? Path { get; init; }

    /// <summary>What stood before; empty where nothing did.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands since then, or what they wrote.</summary>
    public string After { get; init; } = "";

    /// <summary>It was begun, and may have ended half-way.</summary>
    public bool IsHalf { get; init; }
}
