using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>
/// A hub in a storage account: a table for each partition, <c>{hub}History{partition}</c>, and a container for long texts,
/// <c>{hub}-payloads</c>. An account would not mind one table for all, but Azurite's work for a row grows with its table.
/// </summary>
sealed class AccountStorage(TableServiceClient tables, BlobServiceClient blobs, string hub, EngineStatistics statistics) : IHubStorage
{
    readonly BlobContainerClient container = blobs.GetBlobContainerClient($"{hub.ToLowerInvariant()}-payloads");
    readonly ConcurrentDictionary<string, TableClient> clients = new(StringComparer.Ordinal);

    public Task CreateAsync(IEnumerable<string> partitions, CancellationToken cancellation) => Task.WhenAll(partitions
        .Select(partition => (Task)statistics.Counting(TableOf(partition).CreateIfNotExistsAsync(cancellation)))
        .Append(statistics.Counting(container.CreateIfNotExistsAsync(cancellationToken: cancellation))));

    public async Task<TableEntity?> FindAsync(string partition, string rowKey, CancellationToken cancellation)
    {
        var found = await statistics.Counting(TableOf(partition).GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellation));
        return found.HasValue ? found.Value : null;
    }

    public async Task<RowPage> PageAsync(RowQuery query, string? continuation, CancellationToken cancellation)
    {
        statistics.CountTransaction();
        var pages = TableOf(query.Partition).QueryAsync<TableEntity>(Filter(query), query.Size, query.Columns, cancellation).AsPages(continuation, query.Size);
        var page = await pages.FirstAsync(cancellation);
        return new(page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
    }

    public async Task<ETag> CommitAsync(IReadOnlyList<TableTransactionAction> rows)
    {
        var answers = (await statistics.Counting(TableOf(rows[0].Entity.PartitionKey).SubmitTransactionAsync(rows))).Value;
        return rows[0].ActionType == TableTransactionActionType.Delete ? default : answers[0].Headers.ETag!.Value;
    }

    public Task WriteTextAsync(string name, string text, CancellationToken cancellation)
        => statistics.Counting(container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation));

    public async Task<string> ReadTextAsync(string name, CancellationToken cancellation)
        => (await statistics.Counting(container.GetBlobClient(name).DownloadContentAsync(cancellation))).Value.Content.ToString();

    public async Task DeleteTextsAsync(string prefix, CancellationToken cancellation)
    {
        statistics.CountTransaction();
        await foreach (var blob in container.GetBlobsAsync(new() { Prefix = prefix }, cancellation))
            await statistics.Counting(container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation));
    }

    TableClient TableOf(string partition) => clients.GetOrAdd(partition, key => tables.GetTableClient($"{hub}History{key}"));

    static string Filter(RowQuery query)
    {
        var (from, to) = query.Keys;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {query.Partition} and RowKey ge {from} and RowKey lt {to}");
        return query.OnlyIf is null ? filter : $"{filter} and {query.OnlyIf} eq true";
    }
}
