using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Stories;

/// <summary>
/// What the committee pressed about words for others: table <c>Stories</c>, partition cohort, row person. No words are in it.
/// </summary>
public sealed class StoryPressStore(TableServiceClient service)
{
    readonly RecordTable<StoryPress> presses = new(service, "Stories");

    /// <summary>Null where nobody has pressed yet.</summary>
    public async Task<StoryPress?> FindAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        (await presses.FindAsync(cohortId, personId, cancellation))?.Value;

    public async Task<IReadOnlyList<StoryPress>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await presses.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>A later press counts, whichever is written last; the same again changes nothing.</summary>
    public async Task PutAsync(string cohortId, StoryPress press, CancellationToken cancellation = default)
    {
        while (!await presses.TryAddAsync(cohortId, press.PersonId, press, cancellation))
            if (await presses.UpdateAsync(cohortId, press.PersonId, last => last.At > press.At ? last : press, cancellation) is not null)
                return;
    }

    public Task EraseAsync(string cohortId, string personId, CancellationToken cancellation) =>
        presses.DeleteAsync(cohortId, personId, cancellation);

    /// <returns>How many were deleted.</returns>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        presses.DeleteFirstAsync(cohortId, most, cancellation);
}
