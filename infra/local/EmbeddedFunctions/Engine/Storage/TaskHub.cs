using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using EmbeddedFunctions.Engine.History;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>The stored side of an engine: rows cut into buckets, each a partition that only this process may write to, and long texts.</summary>
sealed class TaskHub : IAsyncDisposable
{
    /// <summary>
    /// Longer histories are read in pages. Shorter ones are read row by row: Azurite looks through the whole table for a page,
    /// and in an account that is little more work than a page.
    /// </summary>
    const int MostSingleReads = 16;

    /// <summary>Partition and row that say how many buckets there are.</summary>
    const string Settings = "hub";

    readonly IHubStorage storage;
    readonly BucketWriter[] writers;
    readonly Lease[] leases;
    readonly TimeSpan leaseDuration;
    readonly CancellationTokenSource closing = new();
    readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task writing = Task.CompletedTask;
    Task renewing = Task.CompletedTask;

    TaskHub(IHubStorage storage, int buckets, DurableEngineOptions options, EngineStatistics statistics, ILogger logger)
    {
        (this.storage, leaseDuration) = (storage, options.LeaseDuration);
        Payloads = new(storage, options.PayloadThreshold);
        var owner = LeaseOwner.New();
        leases = [.. Enumerable.Range(0, buckets).Select(i => new Lease(storage, PartitionOf(i), owner, leaseDuration))];
        writers = [.. Enumerable.Range(0, buckets).Select(i => new BucketWriter(storage, leases[i], () => lost.TrySetResult(), statistics, logger))];
    }

    public Payloads Payloads { get; }

    public int Buckets => writers.Length;

    /// <summary>Completes when the hub may no longer be written to because another process took over.</summary>
    public Task Lost => lost.Task;

    /// <summary>Creates the hub if need be, and waits until this process alone may write to it.</summary>
    public static async Task<TaskHub> OpenAsync(DurableEngineOptions options, EngineStatistics statistics, ILogger logger, CancellationToken cancellation)
    {
        var storage = options.Storage(statistics);
        var buckets = await BucketsAsync(storage, options.Buckets, cancellation);
        await StorageTrouble.SitOutAsync(() => storage.CreateAsync(Enumerable.Range(0, buckets).Select(PartitionOf), cancellation));
        var hub = new TaskHub(storage, buckets, options, statistics, logger);
        foreach (var lease in hub.leases) await lease.AcquireAsync(cancellation);
        hub.writing = Task.WhenAll(hub.writers.Select(writer => Task.Run(writer.RunAsync, CancellationToken.None)));
        hub.renewing = hub.RenewAsync();
        return hub;
    }

    /// <summary>Where an instance's rows go.</summary>
    public BucketWriter WriterOf(InstanceKey key) => writers[key.Bucket(writers.Length)];

    /// <summary>A finished instance, or null.</summary>
    public async Task<InstanceRecord?> FindFinishedAsync(InstanceKey key, CancellationToken cancellation)
        => await FindAsync(key, RowKeys.Instance(key), cancellation) is { } row && InstanceRows.FromRow(row) is { IsFinished: true } record ? record : null;

    /// <summary>The steps of the present execution, in order.</summary>
    public async IAsyncEnumerable<HistoryStep> HistoryAsync(InstanceRecord record, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (key, read) = (record.Key, 0);
        for (var ahead = record.Steps + 1; read + ahead <= MostSingleReads; ahead = MostSingleReads / 4)
        {
            var keys = Enumerable.Range(read, ahead).Select(step => RowKeys.Step(key, record.Generation, step));
            foreach (var row in await Task.WhenAll(keys.Select(rowKey => FindAsync(key, rowKey, cancellation))))
            {
                if (row is null) yield break;
                yield return await StepAsync(row, cancellation);
                read++;
            }
        }

        await foreach (var row in RowsAsync(key.Bucket(Buckets), RowKeys.History(key, record.Generation, read), cancellation))
            yield return await StepAsync(row, cancellation);
    }

    /// <summary>Rows of a bucket between two keys, in order of their keys.</summary>
    public IAsyncEnumerable<TableEntity> RowsAsync(int bucket, KeyRange range, CancellationToken cancellation)
        => RowsAsync(new RowQuery(writers[bucket].Partition, range), cancellation);

    /// <summary>The instances of a bucket that are not finished.</summary>
    public IAsyncEnumerable<TableEntity> UnfinishedAsync(int bucket, CancellationToken cancellation)
        => RowsAsync(new RowQuery(writers[bucket].Partition, RowKeys.Instances, OnlyIf: InstanceRows.IsOpen), cancellation);

    /// <summary>Only the keys of an instance's rows, of whichever kind.</summary>
    public async Task<List<string>> KeysAsync(InstanceKey key, KeyRange range, CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (var row in RowsAsync(new RowQuery(WriterOf(key).Partition, range, Columns: ["RowKey"]), cancellation)) keys.Add(row.RowKey);
        return keys;
    }

    /// <summary>One page of instance rows of a bucket.</summary>
    public Task<RowPage> InstancePageAsync(int bucket, string? continuation, int size, CancellationToken cancellation)
        => PageAsync(new RowQuery(writers[bucket].Partition, RowKeys.Instances, Size: size), continuation, cancellation);

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

    async IAsyncEnumerable<TableEntity> RowsAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await PageAsync(query, continuation, cancellation);
            foreach (var row in page.Rows) yield return row;
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    Task<RowPage> PageAsync(RowQuery query, string? continuation, CancellationToken cancellation)
        => StorageTrouble.SitOutAsync(() => storage.PageAsync(query, continuation, cancellation));

    Task<TableEntity?> FindAsync(InstanceKey key, string rowKey, CancellationToken cancellation)
        => StorageTrouble.SitOutAsync(() => storage.FindAsync(WriterOf(key).Partition, rowKey, cancellation));

    async Task<HistoryStep> StepAsync(TableEntity row, CancellationToken cancellation)
        => HistoryStep.FromJson((await Payloads.ReadAsync(Payloads.Get(row, "Step"), cancellation))!);

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

    /// <summary>The number of buckets is fixed when the hub is made: an instance must stay where it is.</summary>
    static async Task<int> BucketsAsync(IHubStorage storage, int wanted, CancellationToken cancellation)
    {
        await StorageTrouble.SitOutAsync(() => storage.CreateAsync([Settings], cancellation));
        var known = await StorageTrouble.SitOutAsync(() => storage.FindAsync(Settings, Settings, cancellation));
        if (known is not null) return known.GetInt32("Buckets")!.Value;
        try
        {
            await StorageTrouble.SitOutAsync(() => storage.CommitAsync(
                [new(TableTransactionActionType.Add, new TableEntity(Settings, Settings) { ["Buckets"] = wanted })]));
            return wanted;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return await BucketsAsync(storage, wanted, cancellation); // somebody was first, perhaps this very process
        }
    }
}
