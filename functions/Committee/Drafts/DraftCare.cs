namespace Ilnp.Committee.Drafts;

/// <summary>When a draft was opened last, and whether somebody was told that it goes.</summary>
/// <param name="OpenedAt">UTC.</param>
/// <param name="ToldAt">UTC; null when nobody was told since it was opened.</param>
public sealed record DraftCare(DateTimeOffset OpenedAt, DateTimeOffset? ToldAt = null);
