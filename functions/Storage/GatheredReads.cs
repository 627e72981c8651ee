namespace Ilnp.Storage;

/// <summary>
/// Reads for many who ask in one moment, together. While one reading is under way, whoever asks waits for the next, which begins after
/// they asked: nobody is told anything that is older than their question.
/// </summary>
/// <param name="read">Reads for all of these rows of a partition.</param>
public sealed class GatheredReads<T>(Func<string, IReadOnlyCollection<string>, Task<T>> read)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Gathering> latest = [];

    /// <summary>What was read for this one, and for others with it.</summary>
    public Task<T> ReadAsync(string partition, string row)
    {
        lock (gate)
        {
            var before = latest.GetValueOrDefault(partition);
            if (before is { HasBegun: false })
            {
                before.Rows.Add(row);
                return before.Reading;
            }

            var gathering = new Gathering { Rows = [row] };
            latest[partition] = gathering;
            return gathering.Reading = ReadAsync(partition, gathering, before?.Reading);
        }
    }

    async Task<T> ReadAsync(string partition, Gathering gathering, Task? before)
    {
        await Task.Yield(); // not within the gate; whoever asks in the same moment comes along
        // Whoever waited for the reading before is told of its failure; here it only has to be over.
        if (before is not null) await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate) gathering.HasBegun = true;
        try
        {
            return await read(partition, gathering.Rows);
        }
        finally
        {
            lock (gate)
                if (latest.GetValueOrDefault(partition) == gathering) latest.Remove(partition);
        }
    }

    sealed class Gathering
    {
        public required HashSet<string> Rows { get; init; }

        /// <summary>Nobody is added any more.</summary>
        public bool HasBegun { get; set; }

        public Task<T> Reading { get; set; } = null!;
    }
}
