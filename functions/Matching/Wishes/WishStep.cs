namespace Ilnp.Matching.Wishes;

/// <summary>One change of the wishes, so that it can be taken back and made again.</summary>
/// <param name="Added">Wishes that came, at the end of the list.</param>
/// <param name="Removed">Wishes that went, from which places.</param>
public sealed record WishStep(IReadOnlyList<Wish> Added, IReadOnlyList<RemovedWish> Removed)
{
    /// <summary>Everybody named.</summary>
    internal IEnumerable<Wish> Wishes => [.. Added, .. Removed.Select(removed => removed.Wish)];
}

/// <summary>A wish that was taken out of a place of the list: of two that contradict each other the earlier one counts.</summary>
public sealed record RemovedWish(int Place, Wish Wish);
