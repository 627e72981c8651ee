namespace FunctionsHost.Durable.Engines;

/// <summary>
/// What <c>host.json</c> may say of the engine under <c>extensions.durableTask</c>; the defaults are the durable extension's.
/// </summary>
sealed record AzureStorageSettings
{
    public string ConnectionString { get; init; } = "";
    public string HubName { get; init; } = "";
    public int PartitionCount { get; init; } = 4;
    public int ControlQueueBatchSize { get; init; } = 32;
    public int ControlQueueBufferThreshold { get; init; } = 256;

    /// <summary>After this time messages of a process that was killed come back.</summary>
    public TimeSpan ControlQueueVisibilityTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After this time activities of a process that was killed come back.</summary>
    public TimeSpan WorkItemQueueVisibilityTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan MaxQueuePollingInterval { get; init; } = TimeSpan.FromSeconds(30);
    public bool UseTablePartitionManagement { get; init; } = true;
    public int MaxConcurrentOrchestrators { get; init; } = 10 * Environment.ProcessorCount;
    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;
    public bool ExtendedSessions { get; init; }
    public TimeSpan ExtendedSessionIdle { get; init; } = TimeSpan.FromSeconds(30);
}
