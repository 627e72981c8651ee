namespace Ilnp.Matching.Wishes;

/// <summary>The committee's wishes.</summary>
/// <param name="Round">The proposal they are for.</param>
/// <param name="Wishes">In the order of wishing; where two contradict each other the earlier one counts.</param>
/// <param name="NotUnderstood">Words of a decision that name no group and nobody.</param>
public sealed record WishList(int Round, IReadOnlyList<Wish> Wishes, IReadOnlyList<string> NotUnderstood)
{
    public static readonly WishList None = new(0, [], []);

    /// <summary>Changes kept for undoing; earlier ones can still be taken back one wish at a time.</summary>
    const int MostSteps = 50;

    /// <summary>What was changed, the first one first: the last can be taken back.</summary>
    public IReadOnlyList<WishStep> Done { get; init; } = [];

    /// <summary>What was taken back, in the order of taking back: the last can be made again.</summary>
    public IReadOnlyList<WishStep> Undone { get; init; } = [];

    /// <summary>One more with each change, so that a button on a page of before is known.</summary>
    public int Version { get; init; }

    /// <summary>With more wishes, and without one, as a step that can be taken back; what was taken back before is gone then.</summary>
    /// <param name="more">Wishes to add.</param>
    /// <param name="without">Key of the one to leave out; empty for none.</param>
    public WishList Changed(IEnumerable<Wish> more, string without = "")
    {
        var step = new WishStep(
            [.. Plus(more).Wishes.Skip(Wishes.Count).Where(wish => wish.Key != without)],
            [.. Wishes.Index().Where(one => one.Item.Key == without).Select(one => new RemovedWish(one.Index, one.Item))]);
        return step.Added.Count + step.Removed.Count == 0
            ? this
            : Make(step) with { Done = [.. Done.Append(step).TakeLast(MostSteps)], Undone = [], Version = Version + 1 };
    }

    /// <summary>As before the last change; the same where there is none.</summary>
    public WishList Undo() => Done.Count > 0
        ? this with { Wishes = Back(Done[^1]), Done = [.. Done.SkipLast(1)], Undone = [.. Undone, Done[^1]], Version = Version + 1 }
        : this;

    /// <summary>With the change made again that was taken back last; the same where there is none.</summary>
    public WishList Redo() => Undone.Count > 0
        ? Make(Undone[^1]) with { Done = [.. Done, Undone[^1]], Undone = [.. Undone.SkipLast(1)], Version = Version + 1 }
        : this;

    /// <summary>Without wishes that somebody may not be named in any more, also in what could be taken back.</summary>
    public WishList Without(Func<Wish, bool> named) => this with
    {
        Wishes = [.. Wishes.Where(wish => !named(wish))],
        Done = [.. Done.Where(step => !step.Wishes.Any(named))],
        Undone = [.. Undone.Where(step => !step.Wishes.Any(named))],
    };

    WishList Make(WishStep step)
    {
        var gone = step.Removed.Select(removed => removed.Wish.Key).ToHashSet();
        return (this with { Wishes = [.. Wishes.Where(wish => !gone.Contains(wish.Key))] }).Plus(step.Added);
    }

    IReadOnlyList<Wish> Back(WishStep step)
    {
        var added = step.Added.Select(wish => wish.Key).ToHashSet();
        var wishes = Wishes.Where(wish => !added.Contains(wish.Key)).ToList();
        foreach (var (place, wish) in step.Removed)
            if (!wishes.Any(wish.Says)) wishes.Insert(Math.Min(place, wishes.Count), wish);
        return wishes;
    }

    /// <summary>With more wishes; one that says the same is not added again.</summary>
    public WishList Plus(IEnumerable<Wish> more) =>
        this with { Wishes = more.Aggregate(Wishes, (all, wish) => all.Any(wish.Says) ? all : [.. all, wish]) };
}
