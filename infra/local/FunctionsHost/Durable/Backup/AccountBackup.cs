using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace FunctionsHost.Durable.Backup;

/// <summary>
/// Copies an account's tables, blobs and waiting messages into a folder, while the app stands still. Timers that are not due yet cannot be
/// read from their queues, and need not be: <see cref="HubRevival"/> finds them in the histories.
/// </summary>
/// <param name="connectionString">Of the account.</param>
/// <param name="heldFor">As <see cref="HubStillness"/> says.</param>
/// <param name="time">Real time.</param>
/// <param name="tell">Told of each part.</param>
sealed class AccountBackup(string connectionString, TimeSpan heldFor, TimeProvider time, Action<string> tell)
{
    /// <summary>Messages are taken for so long while they are read, and given back at once.</summary>
    static readonly TimeSpan Taken = TimeSpan.FromMinutes(5);

    readonly TableServiceClient tables = new(connectionString);
    readonly BlobServiceClient blobs = new(connectionString);
    readonly QueueServiceClient queues = new(connectionString);

    /// <exception cref="BackupProblem">The app runs or was never here, or the folder is in use.</exception>
    public async Task<BackupSummary> WriteAsync(BackupFolder folder, CancellationToken cancellation)
    {
        folder.Begin();
        try
        {
            return await CopyAsync(folder, cancellation);
        }
        catch
        {
            folder.Discard();
            throw;
        }
    }

    async Task<BackupSummary> CopyAsync(BackupFolder folder, CancellationToken cancellation)
    {
        var names = await TablesAsync(cancellation);
        var hubs = HubNames.In(names);
        if (hubs.Count == 0) throw new BackupProblem(
            "This storage has no task hub, so the app was never here: name the account, or the folder of the host, that is to be copied.");
        if (hubs.FirstOrDefault(hub => !names.Contains(HubNames.Partitions(hub))) is { } other)
            throw new BackupProblem(
                $"Task hub {other} has no table of its partitions, so it cannot be seen whether the app runs: host.json must leave "
                    + "useTablePartitionManagement as it is.");
        var stillness = new HubStillness(tables, queues, heldFor, time, tell);
        foreach (var hub in hubs) await stillness.WaitAsync(hub, cancellation);
        var rows = 0;
        foreach (var name in names.Except(hubs.Select(HubNames.Partitions))) rows += await TableAsync(name, folder, cancellation);
        tell($"{rows} rows of {names.Count - hubs.Count} tables.");
        var held = await ContainersAsync(hubs, folder, cancellation);
        tell($"{held} blobs.");
        var (messages, controls) = await QueuesAsync(hubs, folder, cancellation);
        foreach (var hub in hubs) await stillness.RequireAsync(hub, cancellation);
        var summary = new BackupSummary(time.GetUtcNow(), controls, rows, held, messages);
        await folder.EndAsync(summary);
        return summary;
    }

    async Task<IReadOnlyCollection<string>> TablesAsync(CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellation)) names.Add(table.Name);
        return names;
    }

    async Task<int> TableAsync(string name, BackupFolder folder, CancellationToken cancellation)
    {
        var count = 0;
        await using var file = folder.Table(name);
        await foreach (var entity in tables.GetTableClient(name).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            await file.WriteLineAsync(BackupFolder.Line(StoredRow.Of(entity)));
            count++;
        }

        return count;
    }

    async Task<int> ContainersAsync(IReadOnlyList<string> hubs, BackupFolder folder, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancellation))
            if (!HubNames.IsHosts(container.Name) && !hubs.Any(hub => HubNames.IsOfTheAccount(hub, container.Name)))
                count += await ContainerAsync(container.Name, folder, cancellation);
        return count;
    }

    async Task<int> ContainerAsync(string name, BackupFolder folder, CancellationToken cancellation)
    {
        var count = 0;
        var container = blobs.GetBlobContainerClient(name);
        await using var list = folder.BlobList(name);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellation))
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{++count:d6}");
            await using (var content = folder.Blob(name, file))
                await container.GetBlobClient(blob.Name).DownloadToAsync(content, cancellation);
            await list.WriteLineAsync(BackupFolder.Line(new StoredBlob(
                blob.Name, file, blob.Properties.ContentType, blob.Properties.ContentEncoding, blob.Metadata?.ToDictionary() ?? [])));
        }

        return count;
    }

    async Task<(int Messages, IReadOnlyDictionary<string, int> Controls)> QueuesAsync(
        IReadOnlyList<string> hubs, BackupFolder folder, CancellationToken cancellation)
    {
        var messages = 0;
        var controls = hubs.ToDictionary(hub => hub, _ => 0);
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellation))
        {
            if (hubs.Any(hub => HubNames.IsWorkQueue(hub, queue.Name))) continue;
            if (hubs.FirstOrDefault(hub => HubNames.IsControlQueue(hub, queue.Name)) is { } owner) controls[owner]++;
            messages += await QueueAsync(queue.Name, folder, cancellation);
        }

        return (messages, controls);
    }

    /// <summary>Reading a queue to its end means to take its messages; each is given back.</summary>
    async Task<int> QueueAsync(string name, BackupFolder folder, CancellationToken cancellation)
    {
        var queue = queues.GetQueueClient(name);
        var taken = new List<QueueMessage>();
        await using var file = folder.Queue(name);
        try
        {
            while ((await queue.ReceiveMessagesAsync(32, Taken, cancellation)).Value is { Length: > 0 } some)
                foreach (var message in some)
                {
                    taken.Add(message);
                    await file.WriteLineAsync(BackupFolder.Line(new StoredMessage(message.MessageText)));
                }
        }
        finally
        {
            foreach (var one in taken)
                await queue.UpdateMessageAsync(one.MessageId, one.PopReceipt, one.MessageText, TimeSpan.Zero, CancellationToken.None);
        }

        return taken.Count;
    }
}
