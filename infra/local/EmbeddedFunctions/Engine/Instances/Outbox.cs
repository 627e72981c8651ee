using Azure.Data.Tables;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>
/// Messages between instances, and from clients to instances. The receiver's bucket gets a row for each message before the
/// sender's copy is deleted, and the receiver is told afterwards: a message interrupted anywhere arrives once.
/// </summary>
sealed class Outbox(Dispatcher dispatcher)
{
    /// <summary>Orders messages to an instance over restarts, too: begins with the time in ticks.</summary>
    long order = TimeProvider.System.GetUtcNow().UtcTicks;

    /// <summary>Delivers what a sender's commit has kept. Messages to those who are not (or no more) running are dropped.</summary>
    public async Task DeliverAsync(InstanceKey sender, string outgoingKey, IReadOnlyList<Outgoing> messages)
    {
        foreach (var (instance, message) in await HandOverAsync(sender, outgoingKey, messages)) instance?.Post(message);
    }

    /// <summary>Moves the rows from the sender to the receivers, without telling these.</summary>
    public async Task<IReadOnlyList<(Instance? Instance, Message Message)>> HandOverAsync(InstanceKey sender, string outgoingKey, IReadOnlyList<Outgoing> messages)
    {
        (Instance?, Message)[] stored = [];
        await StorageTrouble.PersistAsync(async () => stored = await Task.WhenAll(messages.Select(StoreAsync)));
        var writer = dispatcher.Hub.WriterOf(sender);
        await writer.CommitAsync(new Commit().Delete(writer.Partition, outgoingKey));
        return stored;
    }

    /// <summary>Stores a client's message and tells the instance.</summary>
    public async Task SendAsync(Instance to, HistoryEvent message)
    {
        var rowKey = await StoreAsync(to, $"{Interlocked.Increment(ref order):D20}", message);
        to.Post(new(message, rowKey));
    }

    async Task<(Instance? Instance, Message Message)> StoreAsync(Outgoing outgoing)
    {
        if (dispatcher.Find(outgoing.InstanceId) is not { } receiver) return default;
        return (receiver, new(outgoing.Event, await StoreAsync(receiver, outgoing.Id, outgoing.Event)));
    }

    async Task<string> StoreAsync(Instance to, string id, HistoryEvent message)
    {
        var key = to.Record.Key;
        var writer = dispatcher.Hub.WriterOf(key);
        var rowKey = RowKeys.Message(key, id);
        var row = new TableEntity(writer.Partition, rowKey)
        {
            ["InstanceId"] = to.Id,
            ["Order"] = Interlocked.Increment(ref order),
        };
        Payloads.Put(row, "Event", await dispatcher.Hub.Payloads.WriteAsync(key, HistoryStep.EventsToJson([message]), CancellationToken.None));
        await writer.CommitAsync(new Commit().Put(row));
        return rowKey;
    }
}
