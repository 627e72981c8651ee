using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace FunctionsHost.Durable.Backup;

/// <summary>
/// Sees that nobody works on a task hub while it is copied, and that what somebody worked on is back in its queues: also a host that ended
/// in good order may have kept a message for the next one, until its visibility time-out.
/// </summary>
/// <param name="tables">Of the account.</param>
/// <param name="queues">Of the account.</param>
/// <param name="heldFor">How long what a process had taken stays its own: the visibility time-out of <c>host.json</c>.</param>
/// <param name="time">Real: others' leases are.</param>
/// <param name="tell">Told why it takes long.</param>
sealed class HubStillness(TableServiceClient tables, QueueServiceClient queues, TimeSpan heldFor, TimeProvider time, Action<string> tell)
{
    /// <exception cref="BackupProblem">Somebody works on it.</exception>
    public async Task WaitAsync(string hub, CancellationToken cancellation)
    {
        var owned = await OwnedAsync(hub, cancellation);
        if (owned.Count > 0 && owned.Max() is var until && until > time.GetUtcNow())
        {
            tell("The app seems to run, or was killed just now: waiting until its hold on the task hub ends, or is renewed.");
            await Task.Delay(until - time.GetUtcNow() + TimeSpan.FromSeconds(1), time, cancellation); // another process's clock
            if ((await OwnedAsync(hub, cancellation)).Any(one => one > until)) throw Runs();
        }

        if (!await HasMessagesAsync(hub, cancellation)) return;
        tell($"Waiting {heldFor.TotalMinutes:0.#} minutes until whatever the app had in hand is back in its queues.");
        await Task.Delay(heldFor, time, cancellation); // the storage's clock
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

    /// <summary>Those that nobody sees now counted as well.</summary>
    async Task<bool> HasMessagesAsync(string hub, CancellationToken cancellation)
    {
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellation))
            if ((HubNames.IsControlQueue(hub, queue.Name) || HubNames.IsWorkQueue(hub, queue.Name))
                && (await queues.GetQueueClient(queue.Name).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount > 0)
                return true;
        return false;
    }
}
