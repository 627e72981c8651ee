namespace Ilnp.Committee;

/// <summary>Something that happened to a person or a group, in the reader's words.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="More">Below it; null for nothing.</param>
public sealed record HistoryLine(DateTimeOffset At, string What, string? More = null);
