using Azure.Data.Tables;
using Ilnp.Matching.Wishes;
using Ilnp.Storage;

namespace Ilnp.Matching;

/// <summary>What the committee wants of each round's proposal: table <c>MatchWishes</c>, partition cohort, row round. Ids only.</summary>
public sealed class WishStore(TableServiceClient service)
{
    readonly RecordTable<WishList> lists = new(service, "MatchWishes");

    /// <summary>The wishes for a round's proposal: those of the round before until they are changed.</summary>
    public async Task<WishList> ForRoundAsync(string cohortId, int round, CancellationToken cancellation = default) =>
        (await lists.ListAsync(cohortId, cancellation: cancellation)).LastOrDefault(stored => stored.Value.Round <= round)?.Value
            ?? WishList.None;

    /// <summary>The wishes of the latest round that has any.</summary>
    public Task<WishList> LatestAsync(string cohortId, CancellationToken cancellation = default) =>
        ForRoundAsync(cohortId, int.MaxValue, cancellation);

    /// <summary>Changes the wishes for a round; two who change at once do not lose each other's.</summary>
    public async Task<WishList> ChangeAsync(
        string cohortId, int round, Func<WishList, WishList> change, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await lists.UpdateAsync(cohortId, Row(round), change, cancellation) is { } changed) return changed;
            var first = change(await ForRoundAsync(cohortId, round, cancellation)) with { Round = round };
            if (await lists.TryAddAsync(cohortId, Row(round), first, cancellation)) return first;
        }
    }

    /// <summary>Of all rounds, the first one first.</summary>
    public async Task<IReadOnlyList<WishList>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await lists.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>Changes the wishes of all rounds.</summary>
    public Task UpdateAllAsync(string cohortId, Func<WishList, WishList> change, CancellationToken cancellation = default) =>
        lists.UpdateAllAsync(cohortId, change, cancellation: cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        lists.DeleteFirstAsync(cohortId, most, cancellation);

    static string Row(int round) => $"{round:0000}";
}
