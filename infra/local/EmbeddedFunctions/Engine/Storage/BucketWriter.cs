using System.Threading.Channels;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>
/// The only writer of a partition. Commits that come while a transaction is under way go together into the next one, and
/// every transaction renews the lease, so that nothing is written by a process that has lost it.
/// </summary>
sealed class BucketWriter(IHubStorage storage, Lease lease, Action onLost, EngineStatistics statistics, ILogger logger)
{
    /// <summary>A table transaction may have 4 MB.</summary>
    const long LargestBatch = 3_500_000;

    readonly Channel<Commit> queue = Channel.CreateUnbounded<Commit>(new() { SingleReader = true });
    Exception? closed;

    public string Partition => lease.Partition;

    /// <summary>Completes when the commit is durable.</summary>
    /// <exception cref="LeaseLostException">This process may write no more; the commit did not happen.</exception>
    public Task CommitAsync(Commit commit)
    {
        if (!queue.Writer.TryWrite(commit)) commit.Fail(closed ?? new LeaseLostException(Partition));
        return commit.Done;
    }

    /// <summary>Writes until it is completed or the lease is lost.</summary>
    public async Task RunAsync()
    {
        Commit? next = null;
        while (next is not null || await queue.Reader.WaitToReadAsync())
        {
            var batch = Gather(ref next);
            try
            {
                await SubmitAsync(batch);
            }
            catch (LeaseLostException lost)
            {
                onLost();
                Close(lost);
                foreach (var commit in batch) commit.Fail(lost);
                next?.Fail(lost);
                while (queue.Reader.TryRead(out var waiting)) waiting.Fail(lost);
                return;
            }
        }
    }

    /// <summary>Lets the queued commits be written and takes no more.</summary>
    public void Complete() => Close(new LeaseLostException(Partition));

    /// <summary>For tests: what is queued is not written.</summary>
    public void Crash()
    {
        Close(new LeaseLostException(Partition));
        while (queue.Reader.TryRead(out var commit)) commit.Fail(closed!);
    }

    void Close(Exception reason)
    {
        closed ??= reason;
        queue.Writer.TryComplete();
    }

    List<Commit> Gather(ref Commit? next)
    {
        var batch = new List<Commit>();
        var keys = new HashSet<string>();
        var size = 0L;
        while (next is not null || queue.Reader.TryRead(out next))
        {
            var fits = batch.Count == 0
                || (keys.Count + next.Rows.Count <= Commit.MostRows && size + next.Size <= LargestBatch && !next.Rows.Any(row => keys.Contains(row.Entity.RowKey)));
            if (!fits) break;
            batch.Add(next);
            size += next.Size;
            foreach (var row in next.Rows) keys.Add(row.Entity.RowKey);
            next = null;
        }

        return batch;
    }

    /// <summary>A commit that storage refuses fails alone.</summary>
    async Task SubmitAsync(List<Commit> batch)
    {
        try
        {
            await SendAsync(batch);
            foreach (var commit in batch) commit.Succeed();
        }
        catch (Exception refused) when (batch.Count == 1 && refused is not LeaseLostException)
        {
            batch[0].Fail(refused);
        }
        catch (Exception e) when (e is not LeaseLostException)
        {
            foreach (var commit in batch) await SubmitAsync([commit]);
        }
    }

    async Task SendAsync(List<Commit> batch)
    {
        var (renewal, mark) = lease.Renewal();
        List<TableTransactionAction> actions = [renewal, .. batch.SelectMany(commit => commit.Rows)];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                statistics.CountCommit(actions.Count);
                lease.Renewed(await storage.CommitAsync(actions));
                return;
            }
            catch (Exception e)
            {
                if (await lease.CarriesAsync(mark, attempt)) return;
                if (!StorageTrouble.IsPossible(e) || StorageTrouble.IsRefusal(e)) throw;
                logger.LogWarning("Storage trouble, attempt {Attempt} of a commit to {Partition}: {Reason}", attempt, Partition, e.Message);
                await StorageTrouble.BackOffAsync(attempt);
                (renewal, mark) = lease.Renewal();
                actions[0] = renewal;
            }
        }
    }
}
