using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Approvals;

/// <summary>
/// Table <c>Decisions</c>, partition cohort. Rows <c>d-</c> are decisions, <c>h-</c> their audit, <c>o-</c> announcements
/// not made yet: in one partition, so that an answer, its audit row and its announcement are written together.
/// </summary>
public sealed class DecisionStore(TableServiceClient service)
{
    const string Table = "Decisions";

    /// <summary>Deletions in a transaction, with room for one row more.</summary>
    const int MostAtOnce = 99;

    readonly TableClient table = service.GetTableClient(Table);
    readonly RecordTable<Decision> decisions = new(service, Table);
    readonly RecordTable<DecisionAudit> audits = new(service, Table);
    readonly RecordTable<Announcement> announcements = new(service, Table);

    public async Task<Decision?> FindAsync(string cohortId, string decisionId, CancellationToken cancellation = default) =>
        (await ReadAsync(cohortId, decisionId, cancellation))?.Value;

    /// <summary>Decisions whose id starts with the prefix, in the order of ids; all of the cohort without one.</summary>
    public async Task<IReadOnlyList<Decision>> ListAsync(string cohortId, string prefix = "", CancellationToken cancellation = default) =>
        [.. (await decisions.ListAsync(cohortId, $"d-{prefix}", cancellation)).Select(stored => stored.Value)];

    /// <summary>All recordings of one decision, the first one first.</summary>
    public async Task<IReadOnlyList<DecisionAudit>> AuditAsync(string cohortId, string decisionId, CancellationToken cancellation = default) =>
        [.. (await audits.ListAsync(cohortId, $"h-{decisionId}~", cancellation)).Select(stored => stored.Value)];

    /// <summary>What was recorded and, after a crash, not told to everybody.</summary>
    public async Task<IReadOnlyList<Announcement>> UnannouncedAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await announcements.ListAsync(cohortId, "o-", cancellation)).Select(stored => stored.Value)];

    internal Task<Stored<Decision>?> ReadAsync(string cohortId, string decisionId, CancellationToken cancellation) =>
        decisions.FindAsync(cohortId, $"d-{decisionId}", cancellation);

    internal Task<bool> TryAddAsync(Decision decision, CancellationToken cancellation) =>
        decisions.TryAddAsync(decision.CohortId, $"d-{decision.DecisionId}", decision, cancellation);

    internal Task<bool> TryReplaceAsync(Stored<Decision> read, Decision decision, CancellationToken cancellation) =>
        decisions.TryReplaceAsync(read, decision, cancellation);

    /// <summary>Writes an answer with its audit row and the announcement to make; false when someone was first.</summary>
    internal async Task<bool> TryRecordAsync(Stored<Decision> read, Decision decision, DecisionAudit audit, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, RecordEntity.Write(read.Partition, read.Row, decision), read.ETag),
                    new(TableTransactionActionType.Add, RecordEntity.Write(read.Partition, $"h-{Versioned(audit.DecisionId, audit.Version)}", audit)),
                    new(
                        TableTransactionActionType.UpsertReplace,
                        RecordEntity.Write(read.Partition, $"o-{Versioned(audit.DecisionId, audit.Version)}", new Announcement(audit.DecisionId, audit.Version))),
                ],
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Takes a decision away with its audit and what is not told yet, and puts in its place what is only counted, all in one transaction.</summary>
    internal async Task EraseAsync(Decision decision, Decision? counted, CancellationToken cancellation)
    {
        var (cohortId, id) = (decision.CohortId, decision.DecisionId);
        var rows = (await audits.ListAsync(cohortId, $"h-{id}~", cancellation)).Select(stored => stored.Row)
            .Concat((await announcements.ListAsync(cohortId, $"o-{id}~", cancellation)).Select(stored => stored.Row)).Append($"d-{id}");
        var writes = rows.Reverse()
            .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(cohortId, row), Azure.ETag.All)).ToList();
        // Somebody may have changed an answer hundreds of times; the decision itself goes last.
        foreach (var early in writes.Skip(MostAtOnce).Chunk(MostAtOnce)) await table.CommitAsync(early, cancellation);
        var last = writes.Take(MostAtOnce).ToList();
        if (counted is not null)
            last.Add(new(TableTransactionActionType.Add, RecordEntity.Write(cohortId, $"d-{counted.DecisionId}", counted)));
        await table.CommitAsync(last, cancellation);
    }

    /// <summary>Changes decisions and audits as they are stored now.</summary>
    internal async Task UpdateAllAsync(
        string cohortId, Func<Decision, Decision> change, Func<DecisionAudit, DecisionAudit> changeAudit, CancellationToken cancellation)
    {
        await decisions.UpdateAllAsync(cohortId, change, "d-", cancellation);
        await audits.UpdateAllAsync(cohortId, changeAudit, "h-", cancellation);
    }

    /// <summary>Changes those whose id starts with the prefix, as they are stored now.</summary>
    internal Task UpdateAboutAsync(string cohortId, string prefix, Func<Decision, Decision> change, CancellationToken cancellation) =>
        decisions.UpdateAllAsync(cohortId, change, $"d-{prefix}", cancellation);

    /// <summary>Deletes the first rows of a cohort whose time is over; gives how many.</summary>
    internal Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => decisions.DeleteFirstAsync(cohortId, most, cancellation);

    internal async Task<bool> IsUnannouncedAsync(Decision decision, CancellationToken cancellation) =>
        await announcements.FindAsync(decision.CohortId, $"o-{Versioned(decision.DecisionId, decision.Version)}", cancellation) is not null;

    internal Task AnnouncedAsync(string cohortId, Announcement announcement, CancellationToken cancellation) =>
        announcements.DeleteAsync(cohortId, $"o-{Versioned(announcement.DecisionId, announcement.Version)}", cancellation);

    /// <summary>Decision ids have no tilde, so one's rows never stand among another's.</summary>
    static string Versioned(string decisionId, int version) => $"{decisionId}~{version:D4}";
}
