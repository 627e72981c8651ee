using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>A hub in this process's memory. Requests are counted as those to an account are.</summary>
sealed class MemoryStorage(MemoryHub hub, EngineStatistics statistics) : IHubStorage
{
    public Task CreateAsync(IEnumerable<string> partitions, CancellationToken cancellation) => statistics.Counting(Task.CompletedTask);

    public Task<TableEntity?> FindAsync(string partition, string rowKey, CancellationToken cancellation)
        => statistics.Counting(Task.FromResult(hub.Partition(partition).Find(rowKey)));

    public Task<RowPage> PageAsync(RowQuery query, string? continuation, CancellationToken cancellation)
        => statistics.Counting(Task.FromResult(hub.Partition(query.Partition).Page(query, continuation)));

    public Task<ETag> CommitAsync(IReadOnlyList<TableTransactionAction> rows)
    {
        statistics.CountTransaction();
        try
        {
            TableLimits.Check(rows);
            return Task.FromResult(hub.Partition(rows[0].Entity.PartitionKey).Commit(rows));
        }
        catch (RequestFailedException refused)
        {
            return Task.FromException<ETag>(refused);
        }
    }

    public Task WriteTextAsync(string name, string text, CancellationToken cancellation)
    {
        hub.Texts[name] = text;
        return statistics.Counting(Task.CompletedTask);
    }

    public Task<string> ReadTextAsync(string name, CancellationToken cancellation)
        => statistics.Counting(hub.Texts.TryGetValue(name, out var text)
            ? Task.FromResult(text)
            : Task.FromException<string>(new RequestFailedException(404, $"There is no text {name}.", "BlobNotFound", null)));

    public Task DeleteTextsAsync(string prefix, CancellationToken cancellation)
    {
        foreach (var name in hub.Texts.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))) hub.Texts.TryRemove(name, out _);
        return statistics.Counting(Task.CompletedTask);
    }
}
