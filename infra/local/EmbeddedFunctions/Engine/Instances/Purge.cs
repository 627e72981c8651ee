using Azure;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Forgets finished instances: history, messages, long texts, and last of all the instance's row, so that an interrupted purge can be repeated.</summary>
sealed class Purge(Dispatcher dispatcher)
{
    /// <summary>How many instances were purged.</summary>
    public async Task<int> RunAsync(InstanceRecord record, bool recursive, CancellationToken cancellation)
    {
        using var piece = dispatcher.Work.Begin();
        var purged = recursive ? await ChildrenAsync(record, cancellation) : 0;
        await dispatcher.Leftovers.DeleteAsync(record.Key, RowKeys.History(record.Key), cancellation);
        await dispatcher.Leftovers.DeleteAsync(record.Key, RowKeys.MessagesOf(record.Key), cancellation);
        await dispatcher.Hub.Payloads.DeleteAllAsync(record.Key, cancellation);
        return purged + (await TryDeleteAsync(record.Key) ? 1 : 0);
    }

    /// <summary>False when somebody else was first.</summary>
    async Task<bool> TryDeleteAsync(InstanceKey key)
    {
        try
        {
            var writer = dispatcher.Hub.WriterOf(key);
            await writer.CommitAsync(new Commit().Delete(writer.Partition, RowKeys.Instance(key)));
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    async Task<int> ChildrenAsync(InstanceRecord parent, CancellationToken cancellation)
    {
        var children = new List<string>();
        await foreach (var step in dispatcher.Hub.HistoryAsync(parent, cancellation))
            children.AddRange(step.Decided.OfType<ChildScheduled>().Select(child => child.InstanceId));

        var purged = 0;
        foreach (var child in children)
        {
            if (await dispatcher.Hub.FindFinishedAsync(InstanceKey.Of(child), cancellation) is { } record && record.Parent?.InstanceId == parent.InstanceId)
                purged += await RunAsync(record, recursive: true, cancellation);
        }

        return purged;
    }
}
