using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace Ilnp.Storage;

/// <summary>
/// One table of records of one kind, keyed by partition and row. A lost race (409 on add, 412 on replace) is a value,
/// never an exception. The table is made on first use.
/// </summary>
public sealed class RecordTable<T>(TableServiceClient service, string tableName)
{
    /// <summary>Azure's limit of an entity group transaction.</summary>
    const int TransactionSize = 100;

    /// <summary>Transactions under way at once: most of one is waiting.</summary>
    const int AtOnce = 4;

    /// <summary>Column that says that a record is done with.</summary>
    const string Done = "Done";

    readonly TableClient table = service.GetTableClient(tableName);
    readonly Lock gate = new();
    Task? created;

    /// <summary>
    /// Whether a record is done with, where what is not is listed: it is written beside the record,
    /// so that storage can leave out the others.
    /// </summary>
    public Func<T, bool>? IsDone { get; init; }

    /// <summary>The record, or null when there is none.</summary>
    public async Task<Stored<T>?> FindAsync(string partition, string row, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? RecordEntity.Read<T>(found.Value!) : null;
    }

    /// <summary>All records of a partition in row order, of those whose row starts with the prefix.</summary>
    public Task<IReadOnlyList<Stored<T>>> ListAsync(string partition, string rowPrefix = "", CancellationToken cancellation = default) =>
        QueryAsync(FilterOf(partition, rowPrefix), cancellation);

    /// <summary>Records of a partition in row order, from a row, it among them, until another, without it.</summary>
    public Task<IReadOnlyList<Stored<T>>> ListBetweenAsync(
        string partition, string from, string until, CancellationToken cancellation = default) =>
        QueryAsync(FilterBetween(partition, from, until), cancellation);

    /// <summary>
    /// Records of a partition in row order that are not done with, and those that were written before it was said of them: of
    /// what a row has not, no comparison is true.
    /// </summary>
    public Task<IReadOnlyList<Stored<T>>> ListOpenAsync(
        string partition, string rowPrefix = "", CancellationToken cancellation = default) =>
        QueryAsync($"{FilterOf(partition, rowPrefix)} and not ({Done} eq true)", cancellation);

    static string FilterOf(string partition, string rowPrefix) => rowPrefix.Length == 0
        ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
        : FilterBetween(partition, rowPrefix, rowPrefix + '\uffff');

    static string FilterBetween(string partition, string from, string until) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}");

    async Task<IReadOnlyList<Stored<T>>> QueryAsync(string filter, CancellationToken cancellation)
    {
        await ReadyAsync();
        var records = new List<Stored<T>>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, maxPerPage: 1000, cancellationToken: cancellation))
            records.Add(RecordEntity.Read<T>(entity));
        return records;
    }

    /// <summary>Adds the record; false when the key is taken.</summary>
    public async Task<bool> TryAddAsync(string partition, string row, T value, CancellationToken cancellation = default) =>
        await AddAsync(partition, row, value, cancellation) is not null;

    /// <summary>
    /// Adds the record and returns it with its tag, so that it can be replaced without reading it; null when the key is taken.
    /// </summary>
    public async Task<Stored<T>?> AddAsync(string partition, string row, T value, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        try
        {
            var response = await table.AddEntityAsync(Entity(partition, row, value), cancellation);
            return new(partition, row, value, response.Headers.ETag!.Value);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return null;
        }
    }

    /// <summary>Writes the record whatever is there. For records with one writer, or whose every write is the same.</summary>
    public async Task PutAsync(string partition, string row, T value, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        await table.UpsertEntityAsync(Entity(partition, row, value), TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Writes many records of one partition, whatever is there, in transactions of 100.</summary>
    public async Task PutManyAsync(string partition, IEnumerable<(string Row, T Value)> records, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        await Parallel.ForEachAsync(
            records.Chunk(TransactionSize),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (chunk, stop) =>
                await table.CommitAsync(
                    chunk.Select(record =>
                        new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(partition, record.Row, record.Value))),
                    stop));
    }

    /// <summary>
    /// Adds many records of one partition in transactions of 100, and gives the rows back that were taken; those stay as they are.
    /// </summary>
    public async Task<IReadOnlyList<string>> AddManyAsync(
        string partition, IEnumerable<(string Row, T Value)> records, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        var taken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            records.Chunk(TransactionSize),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (chunk, stop) =>
            {
                if (await TryAddAllAsync(partition, chunk, stop)) return;
                foreach (var (row, value) in chunk)
                    if (!await TryAddAsync(partition, row, value, stop)) taken.Add(row);
            });
        return [.. taken];
    }

    async Task<bool> TryAddAllAsync(string partition, (string Row, T Value)[] records, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(
                records.Select(record =>
                    new TableTransactionAction(TableTransactionActionType.Add, Entity(partition, record.Row, record.Value))),
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Replaces the record as it was read; false when someone was first.</summary>
    public async Task<bool> TryReplaceAsync(Stored<T> read, T value, CancellationToken cancellation = default) =>
        await ReplaceAsync(read, value, cancellation) is not null;

    /// <summary>Replaces the record as it was read and returns it with its new tag; null when someone was first.</summary>
    public async Task<Stored<T>?> ReplaceAsync(Stored<T> read, T value, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        try
        {
            var response = await table.UpdateEntityAsync(
                Entity(read.Partition, read.Row, value), read.ETag, TableUpdateMode.Replace, cancellation);
            return read with { Value = value, ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            return null;
        }
    }

    /// <summary>Reads, changes and replaces until nobody was in between. Null when there is no such record.</summary>
    public async Task<T?> UpdateAsync(string partition, string row, Func<T, T> change, CancellationToken cancellation = default)
    {
        while (await FindAsync(partition, row, cancellation) is { } read)
        {
            var value = change(read.Value);
            if (EqualityComparer<T>.Default.Equals(value, read.Value) || await TryReplaceAsync(read, value, cancellation)) return value;
        }

        return default;
    }

    /// <summary>
    /// Changes many records of a partition, each as it is stored at that moment, in transactions of 100. Those that the change
    /// leaves as they are cost nothing; those that somebody else changed meanwhile are read and changed again.
    /// </summary>
    public async Task UpdateManyAsync(
        string partition, IReadOnlySet<string> rows, Func<T, T> change, CancellationToken cancellation = default)
    {
        for (var isDone = false; !isDone;)
        {
            var changes = (await ListAsync(partition, cancellation: cancellation)).Where(read => rows.Contains(read.Row))
                .Select(read => (Read: read, Value: change(read.Value)))
                .Where(changed => !EqualityComparer<T>.Default.Equals(changed.Value, changed.Read.Value));
            isDone = true;
            foreach (var chunk in changes.Chunk(TransactionSize)) isDone &= await TryReplaceAllAsync(chunk, cancellation);
        }
    }

    async Task<bool> TryReplaceAllAsync((Stored<T> Read, T Value)[] changes, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(
                changes.Select(changed => new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    Entity(changed.Read.Partition, changed.Read.Row, changed.Value),
                    changed.Read.ETag)),
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 412 or 404)
        {
            return false;
        }
    }

    /// <summary>
    /// Changes the records of a partition whose row starts with the prefix, one by one; those that
    /// the change leaves as they are cost nothing.
    /// </summary>
    public async Task UpdateAllAsync(string partition, Func<T, T> change, string rowPrefix = "", CancellationToken cancellation = default)
    {
        foreach (var read in await ListAsync(partition, rowPrefix, cancellation))
            if (!EqualityComparer<T>.Default.Equals(change(read.Value), read.Value))
                await UpdateAsync(partition, read.Row, change, cancellation);
    }

    /// <summary>
    /// Puts the record at another row of its partition, both in one transaction; false when someone changed it meanwhile.
    /// </summary>
    public async Task<bool> MoveAsync(Stored<T> read, string row, T value, CancellationToken cancellation = default)
    {
        try
        {
            await table.CommitAsync(
                [
                    new(TableTransactionActionType.Add, Entity(read.Partition, row, value)),
                    new(TableTransactionActionType.Delete, new TableEntity(read.Partition, read.Row), read.ETag),
                ],
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes these records in transactions of 100; who is not there any more is passed over.</summary>
    public async Task DeleteManyAsync(string partition, IEnumerable<string> rows, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        foreach (var chunk in rows.Distinct().Chunk(TransactionSize))
        {
            try
            {
                await table.CommitAsync(
                    chunk.Select(row =>
                        new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All)),
                    cancellation);
            }
            catch (TableTransactionFailedException e) when (e.Status == 404)
            {
                foreach (var row in chunk) await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
            }
        }
    }

    /// <summary>Deletes the first records of a partition; gives how many there were.</summary>
    public async Task<int> DeleteFirstAsync(string partition, int most, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        var rows = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var entity in table.QueryAsync<TableEntity>(
            filter, maxPerPage: 1000, select: ["RowKey"], cancellationToken: cancellation))
        {
            if (rows.Count == most) break;
            rows.Add(entity.RowKey);
        }

        await DeleteManyAsync(partition, rows, cancellation);
        return rows.Count;
    }

    /// <summary>Deletes the record; nothing happens when there is none.</summary>
    public async Task DeleteAsync(string partition, string row, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
    }

    /// <summary>Deletes the record as it was read; false when someone changed or deleted it meanwhile.</summary>
    public async Task<bool> TryDeleteAsync(Stored<T> read, CancellationToken cancellation = default)
    {
        await ReadyAsync();
        try
        {
            // Azure.Data.Tables answers 404 without an exception.
            return (await table.DeleteEntityAsync(read.Partition, read.Row, read.ETag, cancellation)).Status == 204;
        }
        catch (RequestFailedException e) when (e.Status is 412)
        {
            return false;
        }
    }

    /// <summary>A record as this table holds it, for a transaction with rows of other kinds.</summary>
    internal TableEntity Entity(string partition, string row, T value)
    {
        var entity = RecordEntity.Write(partition, row, value);
        if (IsDone is { } isDone) entity[Done] = isDone(value);
        return entity;
    }

    /// <summary>A failed creation is tried again by the next caller.</summary>
    Task ReadyAsync()
    {
        lock (gate)
        {
            if (created is null or { IsFaulted: true } or { IsCanceled: true }) created = table.CreateIfNotExistsAsync();
            return created;
        }
    }
}
