using System.Globalization;
using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Committee.People;

/// <summary>What the committee did about people: table <c>CommitteeActs</c>, partition cohort, row person and moment. Holds names, addresses and notes.</summary>
public sealed class CommitteeActStore(TableServiceClient service)
{
    readonly RecordTable<CommitteeAct> acts = new(service, "CommitteeActs");

    /// <summary>About one person, the first one first.</summary>
    public async Task<IReadOnlyList<CommitteeAct>> ListAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        [.. (await acts.ListAsync(cohortId, $"{personId}~", cancellation)).Select(stored => stored.Value)];

    /// <summary>Two at the same moment have rows of their own.</summary>
    public async Task AddAsync(string cohortId, CommitteeAct act, CancellationToken cancellation = default)
    {
        for (var moment = act.At.UtcTicks; !await acts.TryAddAsync(cohortId, Row(act.PersonId, moment), act, cancellation); moment++)
            cancellation.ThrowIfCancellationRequested();
    }

    static string Row(string personId, long moment) => string.Create(CultureInfo.InvariantCulture, $"{personId}~{moment:D19}");
}
