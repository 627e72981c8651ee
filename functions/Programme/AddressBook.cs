using Azure.Data.Tables;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>
/// Whose an address is. Ids of people are made of the address they applied with; an address that the committee has put in its place since leads
/// to the same person: table <c>CorrectedAddresses</c>, partition cohort, row the id that the corrected address would make. No address stands there.
/// </summary>
public sealed class AddressBook(TableServiceClient service, PeopleStore people, Identities identities) : IGoesWithCohort
{
    readonly RecordTable<CorrectedAddress> corrected = new(service, "CorrectedAddresses");

    /// <summary>The id of whoever has the address in the cohort; whether anybody has is not said.</summary>
    public Task<string> PersonIdAsync(CohortSettings cohort, string address, CancellationToken cancellation = default) =>
        OwnerAsync(cohort.Id, identities.PersonId(cohort, address), cancellation);

    /// <summary>As <see cref="PersonIdAsync"/>, of the id that the address makes.</summary>
    public async Task<string> OwnerAsync(string cohortId, string madeId, CancellationToken cancellation = default) =>
        (await corrected.FindAsync(cohortId, madeId, cancellation))?.Value.PersonId ?? madeId;

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
        if (id == personId || await people.FindAsync(cohort.Id, id, cancellation) is not null) return;
        await corrected.PutAsync(cohort.Id, id, new(personId), cancellation);
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => corrected.DeleteFirstAsync(cohortId, most, cancellation);

    sealed record CorrectedAddress(string PersonId);
}
