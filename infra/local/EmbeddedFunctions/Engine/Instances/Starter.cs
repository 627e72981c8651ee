using Azure;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Brings instances into being, in the place of finished ones where that is allowed.</summary>
sealed class Starter(Dispatcher dispatcher) : IDisposable
{
    /// <summary>
    /// Starts wait for one another beyond this, so that a crowd of them is worked off while it comes instead of standing in
    /// memory as a whole, each of them half done.
    /// </summary>
    const int MostAtOnce = 256;

    readonly SemaphoreSlim places = new(MostAtOnce);

    /// <summary>
    /// Stores the instance and lets it run. If its id is taken by one that may not be replaced, nothing happens and that one is returned.
    /// </summary>
    /// <param name="mayReplace">Asked for the status of an instance that has the id.</param>
    public async Task<InstanceRecord?> StartAsync(
        InstanceRecord record, string? input, Func<OrchestrationRuntimeStatus, bool> mayReplace, CancellationToken cancellation)
    {
        InstanceRows.CheckTags(record.Tags);
        using var piece = dispatcher.Work.Begin();
        await places.WaitAsync(cancellation);
        try
        {
            return await StartInPlaceAsync(record, input, mayReplace, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    async Task<InstanceRecord?> StartInPlaceAsync(
        InstanceRecord record, string? input, Func<OrchestrationRuntimeStatus, bool> mayReplace, CancellationToken cancellation)
    {
        var now = dispatcher.Time.GetUtcNow();
        record = record with { CreatedAt = now, UpdatedAt = now };
        var instance = dispatcher.GetOrAdd(record, out var added);
        while (!added && instance.Record.IsFinished)
        {
            dispatcher.Remove(instance); // it is just ending
            instance = dispatcher.GetOrAdd(record, out added);
        }

        if (!added) return instance.Record;
        InstanceRecord? taken;
        try
        {
            taken = await StoreAsync(instance, record, input, mayReplace, cancellation);
        }
        catch
        {
            dispatcher.Remove(instance);
            throw;
        }

        if (taken is not null)
        {
            dispatcher.Remove(instance);
            return taken;
        }

        instance.Open();
        instance.Post(Message.Wake);
        return null;
    }

    public void Dispose() => places.Dispose();

    /// <summary>Ends a running instance to make room for a new one of its id.</summary>
    public async Task ReplaceAsync(Instance running)
    {
        await dispatcher.Outbox.SendAsync(running, new Terminated(null, false));
        await running.WaitAsync(untilFinished: true, CancellationToken.None);
    }

    /// <summary>Returns the instance that has the id, if it may not be replaced.</summary>
    async Task<InstanceRecord?> StoreAsync(
        Instance instance, InstanceRecord record, string? input, Func<OrchestrationRuntimeStatus, bool> mayReplace, CancellationToken cancellation)
    {
        if (HasGeneratedId(record) && await TryStoreAsync(instance, record, input, cancellation)) return null;
        var former = await dispatcher.Hub.FindFinishedAsync(record.Key, cancellation);
        if (former is not null && !mayReplace(former.Status)) return former;
        await StoreAsync(instance, record, former, input, cancellation);
        return null;
    }

    /// <summary>False when the id is taken: by the attempt before of a call made again, or by an instance that is restarted.</summary>
    async Task<bool> TryStoreAsync(Instance instance, InstanceRecord record, string? input, CancellationToken cancellation)
    {
        try
        {
            await StoreAsync(instance, record, (InstanceRecord?)null, input, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == "EntityAlreadyExists")
        {
            return false;
        }
    }

    async Task StoreAsync(Instance instance, InstanceRecord record, InstanceRecord? former, string? input, CancellationToken cancellation)
    {
        var writer = dispatcher.Hub.WriterOf(record.Key);
        record = record with
        {
            Generation = former is null ? 0 : former.Generation + 2, // no history of the former's, or of its interrupted rewind, must be taken for ours
            Input = await dispatcher.Hub.Payloads.WriteAsync(record.Key, input, cancellation),
        };
        var row = InstanceRows.ToRow(writer.Partition, record);
        await writer.CommitAsync(former is null ? new Commit().Add(row) : new Commit().Put(row));
        instance.Committed(record);
        if (former is not null) _ = dispatcher.Leftovers.TrimAsync(former);
    }

    /// <summary>Hardly anybody else has such an id, which saves asking storage first.</summary>
    static bool HasGeneratedId(InstanceRecord record) => Guid.TryParseExact(record.InstanceId, "N", out _);
}
