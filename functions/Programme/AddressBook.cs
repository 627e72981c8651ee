using System.Collections.Concurrent;
using Azure.Data.Tables;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>
/// Whose an address is. Ids of people are made of the address they applied with; an address that the committee has put in its place since leads
/// to the same person: table <c>CorrectedAddresses</c>, partition cohort, row the id that the corrected address would make. No address stands there.
/// </summary>
public sealed class AddressBook(TableServiceClient service, PeopleStore people, Identities identities, TimeProvider time) : IGoesWithCohort
{
    /// <summary>So long another instance may not know what a lead has just corrected; who applies in this time is proposed as a duplicate.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    readonly RecordTable<CorrectedAddress> corrected = new(service, "CorrectedAddresses");
    readonly ConcurrentDictionary<string, (DateTimeOffset ReadAt, IReadOnlyDictionary<string, string> All)> recent = [];

    /// <summary>The id of whoever has the address in the cohort; whether anybody has is not said.</summary>
    public Task<string> PersonIdAsync(CohortSettings cohort, string address, CancellationToken cancellation = default) =>
        OwnerAsync(cohort.Id, identities.PersonId(cohort, address), cancellation);

    async Task<string> OwnerAsync(string cohortId, string madeId, CancellationToken cancellation) =>
        (await corrected.FindAsync(cohortId, madeId, cancellation))?.Value.PersonId ?? madeId;

    /// <summary>As <see cref="PersonIdAsync"/>, of the id that the address makes, for many one after the other: the cohort's are read twice a minute, not for each.</summary>
    public async Task<string> RecentOwnerAsync(string cohortId, string madeId, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        if (!recent.TryGetValue(cohortId, out var known) || now - known.ReadAt >= Fresh || now < known.ReadAt)
            recent[cohortId] = known = (now, await OfAsync(cohortId, cancellation));
        return known.All.GetValueOrDefault(madeId, madeId);
    }

    /// <summary>All of a cohort: the person by the id that the corrected address would make.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(string cohortId, CancellationToken cancellation = default) =>
        (await corrected.ListAsync(cohortId, cancellation: cancellation)).ToDictionary(stored => stored.Row, stored => stored.Value.PersonId);

    /// <summary>
    /// The address becomes the person's, in the place of one that was corrected before. One that somebody else has applied with stays theirs: it is
    /// shared then. May run again.
    /// </summary>
    public async Task CorrectAsync(CohortSettings cohort, string personId, string address, CancellationToken cancellation = default)
    {
        var id = identities.PersonId(cohort, address);
        var before = (await OfAsync(cohort.Id, cancellation)).Where(entry => entry.Value == personId && entry.Key != id).Select(entry => entry.Key);
        await corrected.DeleteManyAsync(cohort.Id, [.. before], cancellation);
        recent.TryRemove(cohort.Id, out _);
        if (id == personId || await people.FindAsync(cohort.Id, id, cancellation) is not null) return;
        await corrected.PutAsync(cohort.Id, id, new(personId), cancellation);
        recent.TryRemove(cohort.Id, out _);
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => corrected.DeleteFirstAsync(cohortId, most, cancellation);

    sealed record CorrectedAddress(string PersonId);
}
