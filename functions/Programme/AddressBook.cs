using System.Collections.Concurrent;
using Azure.Data.Tables;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>
/// Whose an address is. Ids of people are made of the address they applied with; an address that the committee has put in its
/// place since leads to the same person: table <c>CorrectedAddresses</c>, partition cohort, row the id that the corrected
/// address would make. No address stands there.
/// </summary>
public sealed class AddressBook(TableServiceClient service, PeopleStore people, Identities identities, TimeProvider time) : IGoesWithCohort
{
    /// <summary>
    /// So long another instance may not know what a lead has just corrected; who applies in this time is proposed as a duplicate.
    /// </summary>
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    readonly RecordTable<CorrectedAddress> corrected = new(service, "CorrectedAddresses");
    readonly ConcurrentDictionary<string, (DateTimeOffset ReadAt, IReadOnlyDictionary<string, string> All)> recent = [];

    /// <summary>The id of whoever has the address in the cohort; whether anybody has is not said.</summary>
    public Task<string> PersonIdAsync(CohortSettings cohort, string address, CancellationToken cancellation = default) =>
        OwnerAsync(cohort.Id, identities.PersonId(cohort, address), cancellation);

    /// <summary>
    /// Everybody whose the address is, whoever it leads to by itself first: several where people of unlike names share it. Nobody who was
    /// erased. Whoever shares one came after somebody who has it, so that nobody is looked for where it leads nowhere.
    /// </summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(CohortSettings cohort, string address, CancellationToken cancellation = default)
    {
        var made = identities.PersonId(cohort, address);
        var owner = await OwnerAsync(cohort.Id, made, cancellation);
        if (await people.FindAsync(cohort.Id, owner, cancellation) is null) return [];
        var all = await people.ListAsync(cohort.Id, cancellation);
        return [.. all.Where(person => !person.IsErased && (person.PersonId == owner || identities.PersonId(cohort, person) == made))
            .OrderByDescending(person => person.PersonId == owner)];
    }

    async Task<string> OwnerAsync(string cohortId, string madeId, CancellationToken cancellation) =>
        (await corrected.FindAsync(cohortId, madeId, cancellation))?.Value.PersonId ?? madeId;

    /// <summary>
    /// As <see cref="PersonIdAsync"/>, of the id that the address makes, for many one after the other: the
    /// cohort's are read twice a minute, not for each.
    /// </summary>
    public async Task<string> RecentOwnerAsync(string cohortId, string madeId, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        if (!recent.TryGetValue(cohortId, out var known) || now - known.ReadAt >= Fresh || now < known.ReadAt)
            recent[cohortId] = known = (now, await OfAsync(cohortId, cancellation));
        return known.All.GetValueOrDefault(madeId, madeId);
    }

    /// <summary>All of a cohort: the person by the id that the corrected address would make.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(string cohortId, CancellationToken cancellation = default) =>
        (await corrected.ListAsync(cohortId, cancellation: cancellation))
            .ToDictionary(stored => stored.Row, stored => stored.Value.PersonId);

    /// <summary>
    /// The address becomes the person's, in the place of one that was corrected before. One that somebody else has applied with stays
    /// theirs: it is shared then, as is one that was corrected to for somebody else before. May run again.
    /// </summary>
    public async Task CorrectAsync(CohortSettings cohort, string personId, string address, CancellationToken cancellation = default)
    {
        var id = identities.PersonId(cohort, address);
        var now = await OfAsync(cohort.Id, cancellation);
        List<string> left = [.. now.Where(entry => entry.Value == personId && entry.Key != id).Select(entry => entry.Key)];
        if (left.Count > 0) await LeaveAsync(cohort, personId, left, cancellation);
        recent.TryRemove(cohort.Id, out _);
        if (id == personId || now.ContainsKey(id) || await people.FindAsync(cohort.Id, id, cancellation) is not null) return;
        await corrected.PutAsync(cohort.Id, id, new(personId), cancellation);
        recent.TryRemove(cohort.Id, out _);
    }

    /// <summary>Addresses that are somebody's no more lead to whoever shared them, or nowhere.</summary>
    async Task LeaveAsync(CohortSettings cohort, string personId, IReadOnlyList<string> left, CancellationToken cancellation)
    {
        var others = (await people.ListAsync(cohort.Id, cancellation)).Where(person => person.PersonId != personId && !person.IsErased)
            .ToLookup(person => identities.PersonId(cohort, person), person => person.PersonId);
        foreach (var id in left.Where(others.Contains)) await corrected.PutAsync(cohort.Id, id, new(others[id].First()), cancellation);
        await corrected.DeleteManyAsync(cohort.Id, [.. left.Where(id => !others.Contains(id))], cancellation);
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        corrected.DeleteFirstAsync(cohortId, most, cancellation);

    sealed record CorrectedAddress(string PersonId);
}
