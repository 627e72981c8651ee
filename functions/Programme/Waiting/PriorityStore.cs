using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme.Waiting;

/// <summary>
/// Priority carried from cohort to cohort: table <c>Priorities</c>. A row says that somebody of an address waited, not who: it is keyed
/// by a hash of the address, which is the same in every cohort.
/// </summary>
public sealed class PriorityStore(TableServiceClient service)
{
    const string Partition = "waited";

    static readonly HashSet<string> NoCohorts = [];
    static readonly Dictionary<string, Priority> NoRows = [];

    readonly RecordTable<Priority> priorities = new(service, "Priorities");

    /// <summary>Somebody as the one who waits; null for who does not.</summary>
    public async Task<Waiter?> FindAsync(AcrossCohorts who, CancellationToken cancellation = default) =>
        (await priorities.FindAsync(Partition, who.Identity, cancellation))?.Value.Of(who);

    /// <summary>Everybody who waits, by the identity of the address.</summary>
    public async Task<IReadOnlyDictionary<string, Priority>> ListAsync(CancellationToken cancellation = default) =>
        (await priorities.ListAsync(Partition, cancellation: cancellation)).ToDictionary(stored => stored.Row, stored => stored.Value);

    /// <summary>Forgets the priority of somebody, not that of others who have the address; nothing happens when there is none.</summary>
    public Task ForgetAsync(AcrossCohorts who, CancellationToken cancellation = default) => ForgetAsync(who, NoCohorts, cancellation);

    async Task ForgetAsync(AcrossCohorts who, IReadOnlySet<string> but, CancellationToken cancellation)
    {
        while (await priorities.FindAsync(Partition, who.Identity, cancellation) is { } read)
        {
            var left = read.Value.Without(who, but);
            if (ReferenceEquals(left, read.Value)) return;
            if (left is null
                ? await priorities.TryDeleteAsync(read, cancellation)
                : await priorities.TryReplaceAsync(read, left, cancellation))
                return;
        }
    }

    /// <summary>These had a place and have used up what they came with. The same when it runs again.</summary>
    /// <param name="placed">Had a partner; who does not wait is passed over.</param>
    /// <param name="since">Cohorts that began later: who waits since one of them, beside the place, still comes first.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task UseUpAsync(
        IEnumerable<AcrossCohorts> placed, IReadOnlySet<string> since, CancellationToken cancellation = default)
    {
        var rows = await ListAsync(cancellation);
        foreach (var who in placed.Where(who => rows.ContainsKey(who.Identity))) await ForgetAsync(who, since, cancellation);
    }

    /// <summary>
    /// These had no place in a cohort. The same when it runs again; colleagues of one address may be noted at the same time.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="waited">Qualified, and had no partner.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task NoteAsync(
        string cohortId, IReadOnlyCollection<AcrossCohorts> waited, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var rows = waited.Count > 1 ? await ListAsync(cancellation) : NoRows;
        var all = waited.ToLookup(who => who.Identity);
        var taken = await priorities.AddManyAsync(
            Partition,
            all.Where(same => !rows.ContainsKey(same.Key)).Select(same => (same.Key, After(null, same.Key)!)),
            cancellation);
        foreach (var row in taken.Concat(all.Select(same => same.Key).Where(row => rows.TryGetValue(row, out var before)
            && !ReferenceEquals(After(before, row), before))))
            await priorities.UpdateAsync(Partition, row, before => After(before, row)!, cancellation);

        Priority? After(Priority? before, string row) =>
            all[row].Aggregate(before, (priority, who) => Priority.With(priority, who, cohortId, now));
    }
}
