using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Committee.People;

/// <summary>What the committee did about people: table <c>CommitteeActs</c>, partition cohort, row person and press. Holds names, addresses and notes.</summary>
public sealed class CommitteeActStore(TableServiceClient service)
{
    readonly RecordTable<CommitteeAct> acts = new(service, "CommitteeActs");

    /// <summary>About one person, the first one first.</summary>
    public async Task<IReadOnlyList<CommitteeAct>> ListAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        [.. (await ReadAsync(cohortId, personId, cancellation)).Select(stored => stored.Value).OrderBy(act => act.At)];

    /// <summary>Writes down what is about to be done. The same press once more finds what it wrote before.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="press">One for each time that the page was shown.</param>
    /// <param name="act">What.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<BegunAct> BeginAsync(string cohortId, string press, CommitteeAct act, CancellationToken cancellation)
    {
        var words = JsonSerializer.SerializeToUtf8Bytes(act with { At = default });
        var row = $"{act.PersonId}~{StableIds.Of([.. Encoding.UTF8.GetBytes(press), 0, .. words])}";
        if (await acts.TryAddAsync(cohortId, row, act, cancellation)) return new(cohortId, row, act);
        return new(cohortId, row, (await acts.FindAsync(cohortId, row, cancellation))?.Value ?? act);
    }

    public Task FinishAsync(BegunAct begun, CancellationToken cancellation) =>
        acts.UpdateAsync(begun.CohortId, begun.Row, act => act with { IsDone = true }, cancellation);

    /// <summary>Of what was found not to be possible any more.</summary>
    public Task DropAsync(BegunAct begun, CancellationToken cancellation) => acts.DeleteAsync(begun.CohortId, begun.Row, cancellation);

    public async Task EraseAsync(string cohortId, string personId, CancellationToken cancellation) =>
        await acts.DeleteManyAsync(cohortId, (await ReadAsync(cohortId, personId, cancellation)).Select(stored => stored.Row), cancellation);

    public Task UpdateAllAsync(string cohortId, Func<CommitteeAct, CommitteeAct> change, CancellationToken cancellation) => acts.UpdateAllAsync(cohortId, change, cancellation: cancellation);

    /// <returns>How many were deleted.</returns>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => acts.DeleteFirstAsync(cohortId, most, cancellation);

    Task<IReadOnlyList<Stored<CommitteeAct>>> ReadAsync(string cohortId, string personId, CancellationToken cancellation) => acts.ListAsync(cohortId, $"{personId}~", cancellation);
}

/// <summary>What is written down; as it was done before, where the same press came twice.</summary>
public sealed record BegunAct(string CohortId, string Row, CommitteeAct Act);
