using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>
/// Priority carried from cohort to cohort: table <c>Priorities</c>. A row says that somebody waited, not who: it is keyed
/// by the identity that intake makes of an address, which is the same in every cohort.
/// </summary>
public sealed class PriorityStore(TableServiceClient service)
{
    const string Partition = "waited";

    readonly RecordTable<Priority> priorities = new(service, "Priorities");

    /// <summary>The cohort somebody waited in last, or null.</summary>
    public async Task<Priority?> FindAsync(string identity, CancellationToken cancellation = default) =>
        (await priorities.FindAsync(Partition, identity, cancellation))?.Value;

    /// <summary>The identities of everybody who waited.</summary>
    public async Task<IReadOnlySet<string>> IdentitiesAsync(CancellationToken cancellation = default) =>
        (await priorities.ListAsync(Partition, cancellation: cancellation)).Select(stored => stored.Row).ToHashSet();

    /// <summary>Forgets the priority of somebody; nothing happens when there is none.</summary>
    public Task DeleteAsync(string identity, CancellationToken cancellation = default) =>
        priorities.DeleteAsync(Partition, identity, cancellation);

    /// <summary>Forgets the priority of these: they have had their place. Who has none is passed over.</summary>
    public async Task UseUpAsync(IEnumerable<string> placed, CancellationToken cancellation = default)
    {
        var waited = await IdentitiesAsync(cancellation);
        foreach (var identity in placed.Where(waited.Contains)) await priorities.DeleteAsync(Partition, identity, cancellation);
    }

    public Task PutManyAsync(IEnumerable<(string Identity, Priority Priority)> waited, CancellationToken cancellation = default) =>
        priorities.PutManyAsync(Partition, waited, cancellation);
}

/// <summary>Somebody applied, qualified and had no place.</summary>
/// <param name="CohortId">The cohort it was in.</param>
/// <param name="Since">When the cohort was handed over, UTC.</param>
public sealed record Priority(string CohortId, DateTimeOffset Since);
