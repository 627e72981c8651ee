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

    /// <summary>The row that keeps a message for its receiver.</summary>
    public async Task<TableEntity> RowAsync(string receiver, string id, HistoryEvent message)
    {
        var key = InstanceKey.Of(receiver);
        var row = new TableEntity(dispatcher.Hub.WriterOf(key).Partition, RowKeys.Message(key, id))
        {
            ["InstanceId"] = receiver,
            ["Order"] = Interlocked.Increment(ref order),
        };
        Payloads.Put(row, "Event", await dispatcher.Hub.Payloads.WriteAsync(key, HistoryStep.EventsToJson([message]), CancellationToken.None));
        return row;
    }

    async Task<string> StoreAsync(Instance to, string id, HistoryEvent message)
    {
        var row = await RowAsync(to.Id, id, message);
        await dispatcher.Hub.WriterOf(to.Record.Key).CommitAsync(new Commit().Put(row));
        return row.RowKey;
    }
}
