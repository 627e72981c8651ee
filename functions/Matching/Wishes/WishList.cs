namespace Ilnp.Matching.Wishes;

/// <summary>The committee's wishes.</summary>
/// <param name="Round">The proposal they are for.</param>
/// <param name="Wishes">In the order of wishing; where two contradict each other the earlier one counts.</param>
/// <param name="NotUnderstood">Words of a decision that name no group and nobody.</param>
public sealed record WishList(int Round, IReadOnlyList<Wish> Wishes, IReadOnlyList<string> NotUnderstood)
{
    public static readonly WishList None = new(0, [], []);

    /// <summary>With more wishes; one that says the same is not added again.</summary>
    public WishList Plus(IEnumerable<Wish> more) =>
        this with { Wishes = more.Aggregate(Wishes, (all, wish) => all.Any(wish.Says) ? all : [.. all, wish]) };

    /// <summary>Without one of them.</summary>
    /// <param name="key">The wish's <see cref="Wish.Key"/>.</param>
    public WishList Without(string key) => this with { Wishes = [.. Wishes.Where(wish => wish.Key != key)] };
}
