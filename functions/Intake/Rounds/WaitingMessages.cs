using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Intake.Rounds;

/// <summary>
/// Messages that are kept and wait for their round's end: table <c>IntakeWaiting</c>, partition cohort, row round and message.
/// </summary>
public sealed class WaitingMessages(TableServiceClient service)
{
    readonly RecordTable<SubmissionReceived> table = new(service, "IntakeWaiting");

    /// <summary>Lets a message wait; one that waits already is the same.</summary>
    public Task AddAsync(IntakeRound round, SubmissionReceived message, CancellationToken cancellation) =>
        table.TryAddAsync(round.CohortId, round.RowPrefix + message.ApplicationId, message, cancellation);

    /// <summary>Those of a round, by id.</summary>
    public async Task<IReadOnlyList<SubmissionReceived>> ListAsync(IntakeRound round, CancellationToken cancellation = default) =>
        [.. (await table.ListAsync(round.CohortId, round.RowPrefix, cancellation)).Select(stored => stored.Value)];

    /// <summary>They wait no more.</summary>
    public Task RemoveAsync(IntakeRound round, IEnumerable<string> applicationIds, CancellationToken cancellation = default) =>
        table.DeleteManyAsync(round.CohortId, applicationIds.Select(id => round.RowPrefix + id), cancellation);
}
