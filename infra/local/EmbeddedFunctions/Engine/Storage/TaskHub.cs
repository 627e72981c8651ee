using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmbeddedFunctions.Engine.History;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>The stored side of an engine: one table cut into buckets, and a container for long texts.</summary>
sealed class TaskHub : IAsyncDisposable
{
    readonly TableClient table;
    readonly EngineStatistics statistics;
    readonly BucketWriter[] writers;
    readonly Lease[] leases;
    readonly TimeSpan leaseDuration;
    readonly CancellationTokenSource closing = new();
    readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task writing = Task.CompletedTask;
    Task renewing = Task.CompletedTask;

    TaskHub(TableClient table, BlobContainerClient container, int buckets, DurableEngineOptions options, EngineStatistics statistics, ILogger logger)
    {
        (this.table, this.statistics, leaseDuration) = (table, statistics, options.LeaseDuration);
        Payloads = new(container, options.PayloadThreshold, statistics);
        var owner = LeaseOwner.New();
        leases = [.. Enumerable.Range(0, buckets).Select(i => new Lease(table, PartitionOf(i), owner, leaseDuration, statistics))];
        writers = [.. Enumerable.Range(0, buckets).Select(i => new BucketWriter(table, leases[i], () => lost.TrySetResult(), statistics, logger))];
    }

    public Payloads Payloads { get; }

    public int Buckets => writers.Length;

    /// <summary>Completes when the hub may no longer be written to because another process took over.</summary>
    public Task Lost => lost.Task;

    /// <summary>Creates the hub if need be, and waits until this process alone may write to it.</summary>
    public static async Task<TaskHub> OpenAsync(DurableEngineOptions options, EngineStatistics statistics, ILogger logger, CancellationToken cancellation)
    {
        var table = options.TableService().GetTableClient($"{options.HubName}History");
        var container = options.BlobService().GetBlobContainerClient($"{options.HubName.ToLowerInvariant()}-payloads");
        await StorageTrouble.SitOutAsync(() => statistics.Counting(table.CreateIfNotExistsAsync(cancellation)));
        await StorageTrouble.SitOutAsync(() => statistics.Counting(container.CreateIfNotExistsAsync(cancellationToken: cancellation)));
        var hub = new TaskHub(table, container, await BucketsAsync(table, options.Buckets, statistics, cancellation), options, statistics, logger);
        foreach (var lease in hub.leases) await lease.AcquireAsync(cancellation);
        hub.writing = Task.WhenAll(hub.writers.Select(writer => Task.Run(writer.RunAsync, CancellationToken.None)));
        hub.renewing = hub.RenewAsync();
        return hub;
    }

    /// <summary>Where an instance's rows go.</summary>
    public BucketWriter WriterOf(InstanceKey key) => writers[key.Bucket(writers.Length)];

    /// <summary>A finished instance, or null.</summary>
    public async Task<InstanceRecord?> FindFinishedAsync(InstanceKey key, CancellationToken cancellation)
    {
        var row = await StorageTrouble.SitOutAsync(() => statistics.Counting(
            table.GetEntityIfExistsAsync<TableEntity>(WriterOf(key).Partition, RowKeys.Finished(key), cancellationToken: cancellation)));
        return row.HasValue ? InstanceRows.FromRow(row.Value!) : null;
    }

    /// <summary>The steps of one execution, in order.</summary>
    public async IAsyncEnumerable<HistoryStep> HistoryAsync(InstanceKey key, int generation, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(WriterOf(key).Partition, RowKeys.History(key, generation), null, cancellation))
            yield return HistoryStep.FromJson((await Payloads.ReadAsync(Payloads.Get(row, "Step"), cancellation))!);
    }

    /// <summary>Rows of a bucket between two keys, in order of their keys.</summary>
    public IAsyncEnumerable<TableEntity> RowsAsync(int bucket, KeyRange range, CancellationToken cancellation)
        => RowsAsync(writers[bucket].Partition, range, null, cancellation);

    /// <summary>Only the keys of an instance's rows, of whichever kind.</summary>
    public async Task<List<string>> KeysAsync(InstanceKey key, KeyRange range, CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (var row in RowsAsync(WriterOf(key).Partition, range, ["RowKey"], cancellation)) keys.Add(row.RowKey);
        return keys;
    }

    /// <summary>One page of instance rows of a bucket.</summary>
    public Task<Page<TableEntity>?> InstancePageAsync(int bucket, string? continuation, int size, CancellationToken cancellation)
        => PageAsync(Filter(writers[bucket].Partition, RowKeys.Instances), continuation, size, null, cancellation);

    /// <summary>Lets everything queued be written and gives the hub free for others.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        foreach (var writer in writers) writer.Complete();
        await renewing;
        await writing;
        foreach (var lease in leases.Where(lease => !lease.IsLost)) await lease.ReleaseAsync();
        closing.Dispose();
    }

    /// <summary>For tests: no longer renews the leases, as a process that was put to sleep.</summary>
    public void Freeze() => closing.Cancel();

    /// <summary>For tests: writes nothing more and keeps the lease, as a killed process does.</summary>
    public void Crash()
    {
        foreach (var writer in writers) writer.Crash();
        closing.Cancel();
    }

    async IAsyncEnumerable<TableEntity> RowsAsync(
        string partition, KeyRange range, IEnumerable<string>? columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await PageAsync(Filter(partition, range), continuation, null, columns, cancellation);
            foreach (var row in page?.Values ?? []) yield return row;
            continuation = page?.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation));
    }

    Task<Page<TableEntity>?> PageAsync(string filter, string? continuation, int? size, IEnumerable<string>? columns, CancellationToken cancellation)
        => StorageTrouble.SitOutAsync(async () =>
        {
            statistics.CountTransaction();
            await foreach (var page in table.QueryAsync<TableEntity>(filter, size, columns, cancellation).AsPages(continuation, size)) return page;
            return null;
        });

    /// <summary>Commits renew the leases; an idle bucket gets an empty one. Real time, as leases are.</summary>
    async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(leaseDuration / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                for (var i = 0; i < leases.Length; i++)
                {
                    if (TimeProvider.System.GetUtcNow() - leases[i].RenewedAt > leaseDuration / 4) _ = writers[i].CommitAsync(new Commit());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // closing
        }
    }

    static string PartitionOf(int bucket) => $"b{bucket:D3}";

    static string Filter(string partition, KeyRange range)
        => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.To}");

    /// <summary>The number of buckets is fixed when the hub is made: an instance must stay where it is.</summary>
    static async Task<int> BucketsAsync(TableClient table, int wanted, EngineStatistics statistics, CancellationToken cancellation)
    {
        var known = await StorageTrouble.SitOutAsync(() => statistics.Counting(
            table.GetEntityIfExistsAsync<TableEntity>("hub", "settings", cancellationToken: cancellation)));
        if (known.HasValue) return known.Value!.GetInt32("Buckets")!.Value;
        try
        {
            await StorageTrouble.SitOutAsync(() => statistics.Counting(
                table.AddEntityAsync(new TableEntity("hub", "settings") { ["Buckets"] = wanted }, cancellation)));
            return wanted;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return await BucketsAsync(table, wanted, statistics, cancellation); // somebody was first, perhaps this very process
        }
    }
}
