using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Matching.Wishes;

/// <summary>What the committee wants of each round's proposal: table <c>MatchWishes</c>, partition cohort, row round. Ids only.</summary>
public sealed class WishStore(TableServiceClient service)
{
    readonly RecordTable<WishList> lists = new(service, "MatchWishes");

    /// <summary>The wishes for a round's proposal: those of the round before until they are changed.</summary>
    public async Task<WishList> ForRoundAsync(string cohortId, int round, CancellationToken cancellation = default) =>
        (await lists.ListAsync(cohortId, cancellation: cancellation)).LastOrDefault(stored => stored.Value.Round <= round)?.Value ?? WishList.None;

    /// <summary>The wishes of the latest round that has any.</summary>
    public Task<WishList> LatestAsync(string cohortId, CancellationToken cancellation = default) => ForRoundAsync(cohortId, int.MaxValue, cancellation);

    /// <summary>Changes the wishes for a round; two who change at once do not lose each other's.</summary>
    public async Task<WishList> ChangeAsync(string cohortId, int round, Func<WishList, WishList> change, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await lists.UpdateAsync(cohortId, Row(round), change, cancellation) is { } changed) return changed;
            var first = change(await ForRoundAsync(cohortId, round, cancellation)) with { Round = round };
            if (await lists.TryAddAsync(cohortId, Row(round), first, cancellation)) return first;
        }
    }

    static string Row(int round) => $"{round:0000}";
}

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
