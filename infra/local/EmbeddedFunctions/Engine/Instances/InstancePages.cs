using System.Globalization;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Lists instances bucket by bucket, finished and unfinished ones alike; of the unfinished, memory knows better than storage.</summary>
static class InstancePages
{
    /// <summary>A page, perhaps shorter than asked for or even empty; the last has no continuation token (<c>bucket|token of storage</c>).</summary>
    public static async Task<Page<InstanceRecord>> NextAsync(
        Dispatcher dispatcher, OrchestrationQuery query, string? token, int size, CancellationToken cancellation)
    {
        var (bucket, continuation) = Parse(token);
        var found = new List<InstanceRecord>();
        while (bucket < dispatcher.Hub.Buckets)
        {
            var page = await dispatcher.Hub.InstancePageAsync(bucket, continuation, size - found.Count, cancellation);
            foreach (var row in page.Rows)
            {
                var stored = InstanceRows.FromRow(row);
                var record = stored.IsFinished ? stored : dispatcher.Find(stored.InstanceId)?.Record ?? stored;
                if (Matches(query, record)) found.Add(record);
            }

            continuation = page.Continuation;
            if (continuation is null) bucket++;
            if (found.Count >= size) break;
        }

        return new(found, bucket < dispatcher.Hub.Buckets ? $"{bucket.ToString(CultureInfo.InvariantCulture)}|{continuation}" : null);
    }

    static bool Matches(OrchestrationQuery query, InstanceRecord record)
        => !(record.CreatedAt < query.CreatedFrom)
            && !(record.CreatedAt > query.CreatedTo)
            && (query.InstanceIdPrefix is null || record.InstanceId.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal))
            && (query.Statuses is null || !query.Statuses.Any() || query.Statuses.Contains(record.Status));

    static (int Bucket, string? Continuation) Parse(string? token)
    {
        if (string.IsNullOrEmpty(token)) return (0, null);
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0 || !int.TryParse(token.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var bucket))
            throw new ArgumentException("This is not a continuation token of this list.", nameof(token));
        return (bucket, bar + 1 < token.Length ? token[(bar + 1)..] : null);
    }
}
