using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench.Soak;

/// <summary>What the app's account holds.</summary>
static class StoredRows
{
    /// <summary>Rows by table and blobs by container, those that have none left out.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(LocalApp app, CancellationToken cancellation)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var tables = app.Get<TableServiceClient>();
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellation))
        {
            var rows = tables.GetTableClient(table.Name)
                .QueryAsync<TableEntity>(select: [nameof(TableEntity.RowKey)], cancellationToken: cancellation);
            counts[$"table {table.Name}"] = await CountAsync(rows);
        }

        var blobs = app.Get<BlobServiceClient>();
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancellation))
        {
            var held = blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: cancellation);
            counts[$"container {container.Name}"] = await CountAsync(held);
        }

        return counts.Where(count => count.Value > 0).ToDictionary();
    }

    static async Task<int> CountAsync<T>(IAsyncEnumerable<T> all)
    {
        var count = 0;
        await foreach (var _ in all) count++;
        return count;
    }
}
