using System.Diagnostics;
using Azure.Data.Tables;

namespace Ilnp.Local.Bench;

/// <summary>Measures how many transactions an Azurite takes when nothing else is asked of it.</summary>
static class StorageSpeed
{
    public static async Task<StorageFigures> MeasureAsync(string connectionString, CancellationToken cancellation)
    {
        var table = new TableServiceClient(connectionString).GetTableClient("BenchStorage");
        await table.CreateIfNotExistsAsync(cancellation);
        await WriteAsync(table, "warm", 50, 2, cancellation);
        var sequential = await RateAsync(() => WriteAsync(table, "s", 500, 2, cancellation));
        var parallel = await RateAsync(() => Task.WhenAll(Enumerable.Range(0, 4).Select(i => WriteAsync(table, $"p{i}", 250, 2, cancellation))));
        var batched = await RateAsync(() => Task.WhenAll(Enumerable.Range(0, 4).Select(i => WriteAsync(table, $"b{i}", 20, 100, cancellation))));
        return new(500 / sequential, 1000 / parallel, 8000 / batched);
    }

    static async Task<double> RateAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    static async Task WriteAsync(TableClient table, string partition, int transactions, int rows, CancellationToken cancellation)
    {
        for (var i = 0; i < transactions; i++)
        {
            await table.SubmitTransactionAsync(
                Enumerable.Range(0, rows).Select(row => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(partition, row == 0 ? "same" : $"{i:D6}-{row:D3}") { ["Step"] = "{\"Time\":\"2020-03-02T08:00:00Z\",\"Received\":[],\"Decided\":[]}" })),
                cancellation);
        }
    }
}
