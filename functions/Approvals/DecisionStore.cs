using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Approvals;

/// <summary>
/// Table <c>Decisions</c>, partition cohort. Rows <c>d-</c> are decisions, <c>h-</c> their audit, <c>o-</c> announcements
/// not made yet, <c>t-</c> what was recorded when with what a list shows of it, <c>s-</c> how a question stands that several are asked,
/// <c>g-</c> who was named to decide in whose place: in one partition, so that all rows of an answer are written together.
/// </summary>
public sealed class DecisionStore(TableServiceClient service)
{
    const string Table = "Decisions";

    /// <summary>Deletions in a transaction, with room for one row more.</summary>
    const int MostAtOnce = 99;

    /// <summary>Decisions that are read one by one.</summary>
    const int Few = 4;

    readonly TableClient table = service.GetTableClient(Table);
    readonly RecordTable<Decision> decisions = Decisions(service);
    readonly RecordTable<DecisionAudit> audits = new(service, Table);
    readonly RecordTable<Announcement> announcements = new(service, Table);
    readonly RecordTable<RecordedAnswer> recorded = new(service, Table);
    readonly RecordTable<Tally> tallies = new(service, Table);
    readonly RecordTable<Handing> handings = new(service, Table);

    internal static RecordTable<Decision> Decisions(TableServiceClient service) =>
        new(service, Table) { IsDone = decision => decision.Version > 0 };

    public async Task<Decision?> FindAsync(string cohortId, string decisionId, CancellationToken cancellation = default) =>
        (await ReadAsync(cohortId, decisionId, cancellation))?.Value;

    /// <summary>Decisions whose id starts with the prefix, in the order of ids; all of the cohort without one.</summary>
    public async Task<IReadOnlyList<Decision>> ListAsync(string cohortId, string prefix = "", CancellationToken cancellation = default) =>
        [.. (await decisions.ListAsync(cohortId, $"d-{prefix}", cancellation)).Select(stored => stored.Value)];

    /// <summary>Those of a cohort that nobody has answered, in the order of ids.</summary>
    public async Task<IReadOnlyList<Decision>> UnansweredAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await decisions.ListOpenAsync(cohortId, "d-", cancellation))
            .Select(stored => stored.Value).Where(decision => decision.Version == 0)];

    /// <summary>
    /// Those that there are of these ids. Where many are looked for, most are not answered: those
    /// come together, and only others one by one.
    /// </summary>
    public async Task<IReadOnlyList<Decision>> FindManyAsync(
        string cohortId, IReadOnlySet<string> ids, CancellationToken cancellation = default)
    {
        var found = ids.Count <= Few
            ? []
            : (await UnansweredAsync(cohortId, cancellation)).Where(decision => ids.Contains(decision.DecisionId)).ToList();
        var others = await Task.WhenAll(
            ids.Except(found.Select(decision => decision.DecisionId)).Select(id => FindAsync(cohortId, id, cancellation)));
        return [.. found, .. others.OfType<Decision>()];
    }

    /// <summary>All recordings of one decision, the first one first.</summary>
    public async Task<IReadOnlyList<DecisionAudit>> AuditAsync(
        string cohortId, string decisionId, CancellationToken cancellation = default) =>
        [.. (await audits.ListAsync(cohortId, $"h-{decisionId}~", cancellation)).Select(stored => stored.Value)];

    /// <summary>What was recorded from one moment until before another, the first one first.</summary>
    public async Task<IReadOnlyList<RecordedAnswer>> RecordedAsync(
        string cohortId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        [.. (await recorded.ListBetweenAsync(cohortId, RecordedAnswer.RowFrom(from), RecordedAnswer.RowFrom(until), cancellation))
            .Select(stored => stored.Value)];

    /// <summary>What a list shows of it, as far as the row does not say it; null for what was erased meanwhile.</summary>
    public async Task<ShownAnswer?> ShownAsync(string cohortId, RecordedAnswer answer, CancellationToken cancellation)
    {
        if (answer.Shown is { } shown) return shown;
        if (await FindAsync(cohortId, answer.DecisionId, cancellation) is not { Request: { } request }) return null;
        if (answer.Handing > 0)
            return await handings.FindAsync(cohortId, $"g-{Handed(answer.DecisionId, answer.Handing)}", cancellation) is { } handing
                ? new(request) { Handed = handing.Value } : null;
        return await audits.FindAsync(cohortId, $"h-{Versioned(answer.DecisionId, answer.Version)}", cancellation) is { Value: { } audit }
            ? new(request) { Before = audit.Before, After = audit.After } : null;
    }

    /// <summary>What was recorded and, after a crash, not told to everybody.</summary>
    public async Task<IReadOnlyList<Announcement>> UnannouncedAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await announcements.ListAsync(cohortId, "o-", cancellation)).Select(stored => stored.Value)];

    internal Task<Stored<Decision>?> ReadAsync(string cohortId, string decisionId, CancellationToken cancellation) =>
        decisions.FindAsync(cohortId, $"d-{decisionId}", cancellation);

    internal Task<bool> TryAddAsync(Decision decision, CancellationToken cancellation) =>
        decisions.TryAddAsync(decision.CohortId, $"d-{decision.DecisionId}", decision, cancellation);

    /// <summary>Of one cohort; gives the ids back of those that were there already and stay as they are.</summary>
    internal async Task<IReadOnlySet<string>> AddManyAsync(IReadOnlyList<Decision> added, CancellationToken cancellation)
    {
        if (added.Count == 0) return new HashSet<string>();
        var taken = await decisions.AddManyAsync(
            added[0].CohortId, added.Select(decision => ($"d-{decision.DecisionId}", decision)), cancellation);
        return taken.Select(row => row["d-".Length..]).ToHashSet();
    }

    internal Task<bool> TryReplaceAsync(Stored<Decision> read, Decision decision, CancellationToken cancellation) =>
        decisions.TryReplaceAsync(read, decision, cancellation);

    /// <summary>Writes an answer with its audit row and the announcement to make; false when someone was first.</summary>
    internal Task<bool> TryRecordAsync(
        Stored<Decision> read, Decision decision, DecisionAudit audit, RecordedAnswer listed,
        Tallies.Counting? counting, CancellationToken cancellation) => TryCommitAsync(
        [
            new(TableTransactionActionType.UpdateReplace, decisions.Entity(read.Partition, read.Row, decision), read.ETag),
            new(
                TableTransactionActionType.Add,
                RecordEntity.Write(read.Partition, $"h-{Versioned(audit.DecisionId, audit.Version)}", audit)),
            new(
                TableTransactionActionType.UpsertReplace,
                RecordEntity.Write(
                    read.Partition, $"o-{Versioned(audit.DecisionId, audit.Version)}", new Announcement(audit.DecisionId, audit.Version))),
            new(TableTransactionActionType.Add, RecordEntity.Write(read.Partition, RecordedAnswer.RowOf(audit), listed)),
            .. counting is null ? [] : new[] { Counted(read.Partition, counting, decision) },
        ],
        cancellation);

    static TableTransactionAction Counted(string cohortId, Tallies.Counting counting, Decision decision)
    {
        var row = RecordEntity.Write(cohortId, $"s-{counting.Matter}", counting.With(decision));
        return counting.Stored is { } stored
            ? new(TableTransactionActionType.UpdateReplace, row, stored.ETag)
            : new(TableTransactionActionType.Add, row);
    }

    internal Task<Stored<Tally>?> TallyAsync(string cohortId, string matter, CancellationToken cancellation) =>
        tallies.FindAsync(cohortId, $"s-{matter}", cancellation);

    /// <summary>Writes who decides in whose place, with what is to be told of it; false when someone was first.</summary>
    internal Task<bool> TryHandAsync(Stored<Decision> read, Handing handing, CancellationToken cancellation) => TryCommitAsync(
        [
            new(
                TableTransactionActionType.UpdateReplace,
                decisions.Entity(read.Partition, read.Row, read.Value with { Handed = handing }),
                read.ETag),
            new(
                TableTransactionActionType.Add,
                RecordEntity.Write(read.Partition, $"g-{Handed(handing.DecisionId, handing.Number)}", handing)),
            new(
                TableTransactionActionType.UpsertReplace,
                RecordEntity.Write(
                    read.Partition,
                    $"o-{Handed(handing.DecisionId, handing.Number)}",
                    new Announcement(handing.DecisionId, 0, handing.Number))),
            new(
                TableTransactionActionType.Add,
                RecordEntity.Write(read.Partition, RecordedAnswer.RowOf(handing), RecordedAnswer.Of(handing, read.Value.Request))),
        ],
        cancellation);

    /// <summary>Who was named to decide in place of whom it was asked, the first one first.</summary>
    public async Task<IReadOnlyList<Handing>> HandingsAsync(string cohortId, string decisionId, CancellationToken cancellation = default) =>
        [.. (await handings.ListAsync(cohortId, $"g-{decisionId}~", cancellation)).Select(stored => stored.Value)];

    async Task<bool> TryCommitAsync(IReadOnlyList<TableTransactionAction> writes, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(writes, cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>
    /// Takes a decision away with its audit and what is not told yet, and puts in its place what is only counted, all in one transaction.
    /// </summary>
    internal async Task EraseAsync(Decision decision, Decision? counted, CancellationToken cancellation)
    {
        var (cohortId, id) = (decision.CohortId, decision.DecisionId);
        var rows = (await audits.ListAsync(cohortId, $"h-{id}~", cancellation))
            .SelectMany(stored => new[] { stored.Row, RecordedAnswer.RowOf(stored.Value) })
            .Concat((await announcements.ListAsync(cohortId, $"o-{id}~", cancellation)).Select(stored => stored.Row)).Append($"d-{id}");
        var writes = rows.Reverse()
            .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(cohortId, row), Azure.ETag.All))
            .ToList();
        // Somebody may have changed an answer hundreds of times; the decision itself goes last.
        foreach (var early in writes.Skip(MostAtOnce).Chunk(MostAtOnce)) await table.CommitAsync(early, cancellation);
        var last = writes.Take(MostAtOnce).ToList();
        if (counted is not null)
            last.Add(new(TableTransactionActionType.Add, decisions.Entity(cohortId, $"d-{counted.DecisionId}", counted)));
        await table.CommitAsync(last, cancellation);
    }

    /// <summary>Changes decisions, audits and what is listed of them as they are stored now.</summary>
    internal async Task UpdateAllAsync(
        string cohortId, Func<Decision, Decision> change,
        Func<DecisionAudit, DecisionAudit> changeAudit, Func<RecordedAnswer, RecordedAnswer> changeListed,
        CancellationToken cancellation)
    {
        await decisions.UpdateAllAsync(cohortId, change, "d-", cancellation);
        await audits.UpdateAllAsync(cohortId, changeAudit, "h-", cancellation);
        await recorded.UpdateAllAsync(cohortId, changeListed, "t-", cancellation);
    }

    /// <summary>Changes those whose id starts with the prefix, as they are stored now.</summary>
    internal Task UpdateAboutAsync(string cohortId, string prefix, Func<Decision, Decision> change, CancellationToken cancellation) =>
        decisions.UpdateAllAsync(cohortId, change, $"d-{prefix}", cancellation);

    /// <summary>Deletes the first rows of a cohort whose time is over; gives how many.</summary>
    internal Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        decisions.DeleteFirstAsync(cohortId, most, cancellation);

    internal async Task<bool> IsUnannouncedAsync(Decision decision, CancellationToken cancellation) =>
        await announcements.FindAsync(decision.CohortId, $"o-{Versioned(decision.DecisionId, decision.Version)}", cancellation) is not null;

    internal Task AnnouncedAsync(string cohortId, Announcement announcement, CancellationToken cancellation) =>
        announcements.DeleteAsync(cohortId, $"o-{Announced(announcement)}", cancellation);

    static string Announced(Announcement announcement) => announcement.Handing > 0
        ? Handed(announcement.DecisionId, announcement.Handing)
        : Versioned(announcement.DecisionId, announcement.Version);

    /// <summary>Decision ids have no tilde, so one's rows never stand among another's.</summary>
    internal static string Handed(string decisionId, int number) => $"{decisionId}~g{number:D4}";

    /// <inheritdoc cref="Handed(string, int)"/>
    internal static string Versioned(string decisionId, int version) => $"{decisionId}~{version:D4}";
}
