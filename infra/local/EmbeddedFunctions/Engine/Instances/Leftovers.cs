using Azure;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Clears away rows that instances leave.</summary>
sealed class Leftovers(Dispatcher dispatcher)
{
    /// <summary>Deletes the history of an execution that is over. What an interruption leaves, a purge finds.</summary>
    public async Task TrimAsync(InstanceRecord over)
    {
        using var piece = dispatcher.Work.Begin();
        var key = over.Key;
        try
        {
            var steps = Enumerable.Range(0, over.Steps).Select(step => RowKeys.Step(key, over.Generation, step));
            if (!await TryDeleteAsync(key, steps)) await DeleteAsync(key, RowKeys.History(key, over.Generation), CancellationToken.None);
        }
        catch (Exception e) when (e is LeaseLostException || StorageTrouble.IsPossible(e))
        {
            dispatcher.Logger.LogWarning("History of {Key} that is no longer needed stays until its purge: {Reason}", key, e.Message);
        }
    }

    /// <summary>Deletes rows of an instance; others may be deleting the same ones.</summary>
    public async Task DeleteAsync(InstanceKey key, KeyRange range, CancellationToken cancellation)
    {
        while (!await TryDeleteAsync(key, await dispatcher.Hub.KeysAsync(key, range, cancellation)))
        {
            // one of them was gone already: look again
        }
    }

    /// <summary>False when one of them is not there.</summary>
    async Task<bool> TryDeleteAsync(InstanceKey key, IEnumerable<string> rowKeys)
    {
        var writer = dispatcher.Hub.WriterOf(key);
        try
        {
            foreach (var chunk in rowKeys.Chunk(Commit.MostRows))
            {
                var rows = new Commit();
                foreach (var rowKey in chunk) rows.Delete(writer.Partition, rowKey);
                await writer.CommitAsync(rows);
            }

            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }
}
