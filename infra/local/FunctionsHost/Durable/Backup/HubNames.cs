namespace FunctionsHost.Durable.Backup;

/// <summary>What the storage provider calls the parts of a task hub.</summary>
static class HubNames
{
    const string InstancesTable = "Instances";

    /// <summary>Hubs have a table of instances beside one of histories.</summary>
    public static IReadOnlyList<string> In(IReadOnlyCollection<string> tables) =>
        [.. tables.Where(table => table.EndsWith(InstancesTable, StringComparison.Ordinal)).Select(table => table[..^InstancesTable.Length])
            .Where(hub => hub.Length > 0 && tables.Contains(History(hub)))];

    public static string History(string hub) => $"{hub}History";

    /// <summary>Which process serves which queue: of the account that it is in, and of no other.</summary>
    public static string Partitions(string hub) => $"{hub}Partitions";

    public static bool IsControlQueue(string hub, string queue) =>
        queue.StartsWith($"{hub.ToLowerInvariant()}-control-", StringComparison.Ordinal);

    /// <summary>Work that was handed out; it is asked for anew, so that none of it is done on two accounts' word.</summary>
    public static bool IsWorkQueue(string hub, string queue) => queue == $"{hub.ToLowerInvariant()}-workitems";

    /// <summary>Who leads, and what the functions host makes for itself, keys among it.</summary>
    public static bool IsOfTheAccount(string hub, string container) =>
        container == $"{hub.ToLowerInvariant()}-leases" || container == $"{hub.ToLowerInvariant()}-applease";

    /// <summary>The functions host makes them anew, with keys of its own.</summary>
    public static bool IsHosts(string container) => container.StartsWith("azure-webjobs-", StringComparison.Ordinal);
}
