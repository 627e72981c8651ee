using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;

namespace FunctionsHost.Durable.Backup;

/// <summary>Brings a backup into an empty account, and its orchestrations back to life. One that broke off is simply done again.</summary>
/// <param name="connectionString">Of the account.</param>
/// <param name="time">Real time, by which the engine has messages wait.</param>
/// <param name="tell">Told of each part.</param>
sealed class AccountRestore(string connectionString, TimeProvider time, Action<string> tell)
{
    /// <summary>Two machines' clocks may differ by so much.</summary>
    static readonly TimeSpan Apart = TimeSpan.FromHours(1);

    /// <summary>There from the first to the last step.</summary>
    const string Unfinished = "ilnp-restore-unfinished";

    /// <summary>Of a transaction: 100 rows and 4 MB at most.</summary>
    const int MostRows = 100;

    const int MostBytes = 2 << 20;

    readonly TableServiceClient tables = new(connectionString);
    readonly BlobServiceClient blobs = new(connectionString);
    readonly QueueServiceClient queues = new(connectionString);

    /// <exception cref="BackupProblem">The backup is not whole, the account not empty, or the clock behind.</exception>
    public async Task<BackupSummary> ReadAsync(BackupFolder folder, CancellationToken cancellation)
    {
        var summary = folder.Summary();
        RequireClock(summary.At);
        var marker = blobs.GetBlobContainerClient(Unfinished);
        if (!await marker.ExistsAsync(cancellation)) await RequireEmptyAsync(folder, cancellation);
        await marker.CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var table in folder.Tables) await TableAsync(table, folder, cancellation);
        tell($"{summary.Rows} rows of {folder.Tables.Count} tables.");
        foreach (var container in folder.Containers) await ContainerAsync(container, folder, cancellation);
        tell($"{summary.Blobs} blobs.");
        foreach (var queue in folder.Queues) await QueueAsync(queue, folder, cancellation);
        foreach (var (hub, controls) in summary.Hubs)
        {
            using var revival = new HubRevival(connectionString, hub, controls, time);
            tell($"Orchestrations of task hub {hub} that had not ended, and wait again: {await revival.ReviveAsync(cancellation)}.");
        }

        await marker.DeleteAsync(cancellationToken: cancellation);
        return summary;
    }

    /// <summary>
    /// What is waited for would come too late by as much as the clock is behind. The engine fires a timer whenever its message is
    /// seen, so none may be put in early either.
    /// </summary>
    void RequireClock(DateTimeOffset at)
    {
        if (time.GetUtcNow() is var now && now < at - Apart)
            throw new BackupProblem(
                $"This machine's clock says {now:yyyy-MM-dd HH:mm} UTC, which is before the backup was made ({at:yyyy-MM-dd HH:mm} UTC): "
                + "set the clock right first. Nothing was changed.");
    }

    async Task RequireEmptyAsync(BackupFolder folder, CancellationToken cancellation)
    {
        foreach (var name in folder.Tables)
            if (await HasRowsAsync(name, cancellation)) throw NotEmpty($"table {name} has rows");
        foreach (var name in folder.Containers)
            if (await HasBlobsAsync(name, cancellation)) throw NotEmpty($"container {name} has blobs");
    }

    static BackupProblem NotEmpty(string why) =>
        new($"This storage is in use: {why}. A backup is taken back into an account that is empty, so that it mixes with "
            + "nothing; nothing was changed.");

    async Task<bool> HasRowsAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await foreach (var _ in tables.GetTableClient(name).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation))
                return true;
            return false;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    async Task<bool> HasBlobsAsync(string name, CancellationToken cancellation)
    {
        var container = blobs.GetBlobContainerClient(name);
        if (!await container.ExistsAsync(cancellation)) return false;
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: cancellation)) return true;
        return false;
    }

    async Task TableAsync(string name, BackupFolder folder, CancellationToken cancellation)
    {
        var table = tables.GetTableClient(name);
        await table.CreateIfNotExistsAsync(cancellation);
        var batch = new List<StoredRow>();
        await foreach (var row in folder.RowsAsync<StoredRow>(name).WithCancellation(cancellation))
        {
            if (batch.Count > 0
                && (batch.Count == MostRows || batch[0].Partition != row.Partition || batch.Sum(one => one.Size) + row.Size > MostBytes))
            {
                await PutAsync(table, batch, cancellation);
                batch.Clear();
            }

            batch.Add(row);
        }

        if (batch.Count > 0) await PutAsync(table, batch, cancellation);
    }

    static Task PutAsync(TableClient table, List<StoredRow> batch, CancellationToken cancellation) => table.SubmitTransactionAsync(
        batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row.Entity())), cancellation);

    async Task ContainerAsync(string name, BackupFolder folder, CancellationToken cancellation)
    {
        var container = blobs.GetBlobContainerClient(name);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await foreach (var blob in folder.BlobsAsync<StoredBlob>(name).WithCancellation(cancellation))
        {
            await using var content = folder.OpenBlob(name, blob.File);
            var options = new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = blob.ContentType, ContentEncoding = blob.ContentEncoding },
                Metadata = blob.Metadata.ToDictionary(),
            };
            await container.GetBlobClient(blob.Name).UploadAsync(content, options, cancellation);
        }
    }

    /// <summary>Emptied first: one that broke off has sent some already.</summary>
    async Task QueueAsync(string name, BackupFolder folder, CancellationToken cancellation)
    {
        var queue = queues.GetQueueClient(name);
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await queue.ClearMessagesAsync(cancellation);
        await foreach (var message in folder.MessagesAsync<StoredMessage>(name).WithCancellation(cancellation))
            await queue.SendMessageAsync(message.Text, visibilityTimeout: null, timeToLive: TimeSpan.FromSeconds(-1), cancellation);
    }
}
