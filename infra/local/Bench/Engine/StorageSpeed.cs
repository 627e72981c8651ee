using System.Diagnostics;
using Azure.Data.Tables;

namespace Ilnp.Local.Bench.Engine;

/// <summary>How many transactions an Azurite takes when nothing else is asked of it.</summary>
/// <param name="CommitsPerSecond">Two-row transactions, one after the other.</param>
/// <param name="RowsPerSecond">Rows in transactions of a hundred, in four partitions at once.</param>
sealed record StorageSpeed(double CommitsPerSecond, double RowsPerSecond)
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(0.5);

    public static async Task<StorageSpeed> MeasureAsync(string connectionString, CancellationToken cancellation)
    {
        var table = new TableServiceClient(connectionString).GetTableClient("BenchStorage");
        await table.CreateIfNotExistsAsync(cancellation);
        await WriteAsync(table, "warm", 2, TimeSpan.FromSeconds(0.1), cancellation);
        var commits = await WriteAsync(table, "s", 2, Long, cancellation);
        var rows = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => WriteAsync(table, $"b{i}", 100, Long, cancellation)));
        await table.DeleteAsync(cancellation);
        return new(commits, 100 * rows.Sum());
    }

    /// <summary>Returns transactions per second.</summary>
    static async Task<double> WriteAsync(TableClient table, string partition, int rows, TimeSpan duration, CancellationToken cancellation)
    {
        var (watch, done) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < duration; done++)
        {
            await table.SubmitTransactionAsync(
                Enumerable.Range(0, rows).Select(row => new TableTransactionAction(
                    row == 0 ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.Add,
                    new TableEntity(partition, row == 0 ? "same" : $"{done:D6}-{row:D3}") { ["Step"] = "{\"Time\":\"2020-03-02T08:00:00Z\",\"Received\":[],\"Decided\":[]}" })),
                cancellation);
        }

        return done / watch.Elapsed.TotalSeconds;
    }
}
