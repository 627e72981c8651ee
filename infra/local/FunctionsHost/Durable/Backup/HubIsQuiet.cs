using Azure.Data.Tables;

namespace FunctionsHost.Durable.Backup;

/// <summary>Sees that nobody works on a task hub while it is copied.</summary>
/// <param name="tables">Of the account.</param>
/// <param name="heldFor">How long what a killed process had taken stays its own: the visibility time-out of <c>host.json</c>.</param>
/// <param name="time">Real: others' leases are.</param>
/// <param name="tell">Told why it takes long.</param>
sealed class HubIsQuiet(TableServiceClient tables, TimeSpan heldFor, TimeProvider time, Action<string> tell)
{
    /// <exception cref="BackupProblem">Somebody does.</exception>
    public async Task WaitAsync(string hub, CancellationToken cancellation)
    {
        var owned = await OwnedAsync(hub, cancellation);
        if (owned.Count == 0) return;
        if (owned.Max() is var until && until > time.GetUtcNow())
        {
            tell("The app seems to run, or was killed just now: waiting until its hold on the task hub ends, or is renewed.");
            await Task.Delay(until - time.GetUtcNow() + TimeSpan.FromSeconds(1), time, cancellation);
            if ((await OwnedAsync(hub, cancellation)).Any(one => one > until)) throw Runs();
        }

        tell($"The app did not end in good order: waiting {heldFor.TotalMinutes:0.#} minutes until the work that it held is back in its queues.");
        await Task.Delay(heldFor, time, cancellation);
    }

    /// <summary>After the copy: one that began just before it, or meanwhile, has hold of the hub by now.</summary>
    /// <exception cref="BackupProblem">Somebody does.</exception>
    public async Task RequireAsync(string hub, CancellationToken cancellation)
    {
        if ((await OwnedAsync(hub, cancellation)).Any(one => one > time.GetUtcNow())) throw Runs();
    }

    static BackupProblem Runs() => new("The app still runs on this storage: stop it first, so that nothing changes while it is copied.");

    /// <summary>Until when the queues are owned that somebody has not given back, UTC.</summary>
    async Task<IReadOnlyList<DateTimeOffset>> OwnedAsync(string hub, CancellationToken cancellation)
    {
        var owned = new List<DateTimeOffset>();
        await foreach (var row in tables.GetTableClient(HubNames.Partitions(hub)).QueryAsync<TableEntity>(cancellationToken: cancellation))
            if (row.GetString("CurrentOwner") is { Length: > 0 }) owned.Add(row.GetDateTimeOffset("ExpiresAt") ?? DateTimeOffset.MinValue);
        return owned;
    }
}
