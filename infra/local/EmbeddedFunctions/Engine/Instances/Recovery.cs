using System.Text.Json;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Picks up, at the engine's start, everything that was unfinished at its end, however that came.</summary>
static class Recovery
{
    public static async Task RunAsync(Dispatcher dispatcher, CancellationToken cancellation)
    {
        var buckets = Enumerable.Range(0, dispatcher.Hub.Buckets).ToList();
        var instances = (await Task.WhenAll(buckets.Select(bucket => InstancesAsync(dispatcher, bucket, cancellation)))).SelectMany(found => found).ToList();
        foreach (var bucket in buckets) await OutgoingAsync(dispatcher, bucket, cancellation); // now rows of their receivers
        foreach (var bucket in buckets) await MessagesAsync(dispatcher, bucket, cancellation);
        foreach (var instance in instances) Release(dispatcher, instance);
        if (instances.Count > 0) dispatcher.Logger.LogInformation("Picked up {Count} unfinished orchestrations", instances.Count);
    }

    /// <summary>Instances stay closed until all of their messages are with them.</summary>
    static async Task<List<Instance>> InstancesAsync(Dispatcher dispatcher, int bucket, CancellationToken cancellation)
    {
        var found = new List<Instance>();
        await foreach (var row in dispatcher.Hub.UnfinishedAsync(bucket, cancellation))
        {
            var record = InstanceRows.FromRow(row);
            var instance = dispatcher.GetOrAdd(record, out _);
            instance.IsRecovered = record.IsBusy || record.IsFresh;
            found.Add(instance);
        }

        return found;
    }

    static async Task MessagesAsync(Dispatcher dispatcher, int bucket, CancellationToken cancellation)
    {
        var messages = new List<(Instance To, long Order, Message Message)>();
        await foreach (var row in dispatcher.Hub.RowsAsync(bucket, RowKeys.Messages, cancellation))
        {
            if (dispatcher.Find(row.GetString("InstanceId")) is not { } receiver)
            {
                await StepCommit.ForgetAsync(dispatcher.Hub, InstanceKey.Of(row.GetString("InstanceId")), [new(null, row.RowKey)]);
                continue;
            }

            var json = await dispatcher.Hub.Payloads.ReadAsync(Payloads.Get(row, "Event"), cancellation);
            messages.Add((receiver, row.GetInt64("Order") ?? 0, new(HistoryStep.EventsFromJson(json!)[0], row.RowKey)));
        }

        foreach (var (to, _, message) in messages.OrderBy(message => message.Order)) to.Post(message);
    }

    static async Task OutgoingAsync(Dispatcher dispatcher, int bucket, CancellationToken cancellation)
    {
        await foreach (var row in dispatcher.Hub.RowsAsync(bucket, RowKeys.Outgoing, cancellation))
        {
            var json = await dispatcher.Hub.Payloads.ReadAsync(Payloads.Get(row, "Outgoing"), cancellation);
            var outgoing = JsonSerializer.Deserialize(json!, HistoryJson.Default.IReadOnlyListOutgoing)!;
            await dispatcher.Outbox.HandOverAsync(InstanceKey.Of(row.GetString("InstanceId")), row.RowKey, outgoing);
        }
    }

    static void Release(Dispatcher dispatcher, Instance instance)
    {
        var record = instance.Record;
        if (record.IsFresh || record.IsBusy) instance.Post(Message.Wake);
        else dispatcher.WakeAt(instance, record.WakeAt);
        instance.Open();
    }
}
