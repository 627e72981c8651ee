using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>This engine may write to the task hub no more: another process has taken over, or it has stopped.</summary>
public sealed class LeaseLostException(string partition) : Exception($"This process no longer owns {partition} of the task hub.");

/// <summary>
/// The right to write to a bucket: a row of that bucket which names the owner and the last transaction. Every transaction
/// replaces it under its ETag: that fences off former owners, and tells after a lost answer whether the transaction happened.
/// </summary>
/// <remarks>Lease times are real time (<see cref="TimeProvider.System"/>): processes share no simulated clock.</remarks>
sealed class Lease(IHubStorage storage, string partition, LeaseOwner owner, TimeSpan duration)
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    ETag etag;
    long transactions;

    public string Partition => partition;

    /// <summary>Real time of the last renewal.</summary>
    public DateTimeOffset RenewedAt { get; private set; }

    public bool IsLost { get; private set; }

    /// <summary>Waits until nobody else owns the bucket, and takes it.</summary>
    public async Task AcquireAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var row = await StorageTrouble.SitOutAsync(() => ReadAsync(cancellation));
            if (row is not null && !IsFree(row, out var wait)) await Task.Delay(wait, cancellation);
            else if (await TryTakeAsync(row, cancellation)) return;
        }
    }

    /// <summary>Gives the bucket free. If that does not succeed, it is not ours any more, or an attempt whose answer was lost has done it.</summary>
    public Task ReleaseAsync() => TryCommitAsync(Update(string.Empty, string.Empty, DateTimeOffset.UnixEpoch, etag));

    /// <summary>The lease's part of a transaction, and the mark by which it can be recognised afterwards.</summary>
    public (TableTransactionAction Action, string Mark) Renewal()
    {
        var mark = (++transactions).ToString(CultureInfo.InvariantCulture);
        return (Update(owner.Name, mark, Now() + duration, etag), mark);
    }

    public void Renewed(ETag newTag) => (etag, RenewedAt) = (newTag, Now());

    /// <summary>After a transaction failed: whether it happened nevertheless. Asks until storage answers.</summary>
    /// <exception cref="LeaseLostException">Another process owns the bucket.</exception>
    public async Task<bool> CarriesAsync(string mark, int attempt)
    {
        while (true)
        {
            try
            {
                var row = await ReadAsync(CancellationToken.None);
                IsLost = row?.GetString("Owner") != owner.Name;
                if (IsLost) throw new LeaseLostException(partition);
                Renewed(row!.ETag);
                return row.GetString("Mark") == mark;
            }
            catch (Exception e) when (StorageTrouble.IsPossible(e))
            {
                await StorageTrouble.BackOffAsync(attempt++);
            }
        }
    }

    Task<TableEntity?> ReadAsync(CancellationToken cancellation) => storage.FindAsync(partition, RowKeys.Lease, cancellation);

    bool IsFree(TableEntity row, out TimeSpan wait)
    {
        var holder = row.GetString("Owner");
        wait = (row.GetDateTimeOffset("Until") ?? default) - Now();
        if (holder.Length == 0 || holder == owner.Name || wait <= TimeSpan.Zero || LeaseOwner.IsGone(holder)) return true;
        if (wait > LongestWait) wait = LongestWait;
        return false;
    }

    async Task<bool> TryTakeAsync(TableEntity? former, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var until = Now() + duration;
        var tag = await TryCommitAsync(former is null
            ? new TableTransactionAction(TableTransactionActionType.Add, Row(owner.Name, string.Empty, until))
            : Update(owner.Name, string.Empty, until, former.ETag));
        if (tag is not null) Renewed(tag.Value);
        return tag is not null;
    }

    /// <summary>Null when somebody was first, perhaps an attempt of ours whose answer was lost.</summary>
    Task<ETag?> TryCommitAsync(TableTransactionAction change) => StorageTrouble.SitOutAsync<ETag?>(async () =>
    {
        try
        {
            return await storage.CommitAsync([change]);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return null;
        }
    });

    /// <summary>A merge: all columns change, and storage has less to do than for a new row.</summary>
    TableTransactionAction Update(string holder, string mark, DateTimeOffset until, ETag expected)
        => new(TableTransactionActionType.UpdateMerge, Row(holder, mark, until), expected);

    TableEntity Row(string holder, string mark, DateTimeOffset until)
        => new(partition, RowKeys.Lease) { ["Owner"] = holder, ["Mark"] = mark, ["Until"] = until };

    static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
