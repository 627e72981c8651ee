namespace FunctionsHost.Settings;

/// <summary>The names that a <c>host.json</c> may hold, from the documentation of the real host (version 2.0 of the file).</summary>
static class HostJsonSettings
{
    /// <summary>learn.microsoft.com/azure/azure-functions/functions-host-json.</summary>
    public static readonly IReadOnlySet<string> Root = Names(
        "$schema version aggregator applicationInsights concurrency customHandler extensionBundle extensions functions functionTimeout",
        "healthMonitor logging managedDependency retry sendCanceledInvocationsToWorker singleton telemetryMode "
            + "watchDirectories watchFiles");

    /// <summary>Sections of extensions; those that this host does not have are left alone, so that one file serves both hosts.</summary>
    public static readonly IReadOnlySet<string> Extensions = Names(
        "blobs cosmosDB dapr durableTask eventGrid eventHubs http kafka kusto mcp mysql queues rabbitMQ redis sendGrid "
            + "serviceBus signalR sql warmup");

    public static readonly IReadOnlySet<string> Http = Names(
        "customHeaders dynamicThrottlesEnabled hsts maxConcurrentRequests maxOutstandingRequests routePrefix");

    public static readonly IReadOnlySet<string> Hsts = Names("includeSubDomains isEnabled maxAge preload");

    /// <summary>learn.microsoft.com/azure/azure-functions/durable/durable-functions-bindings#host-json.</summary>
    public static readonly IReadOnlySet<string> DurableTask = Names(
        "appLeaseOptions defaultVersion entityMessageReorderWindowInMinutes extendedSessionIdleTimeoutInSeconds extendedSessionsEnabled",
        "grpcListenerMode httpSettings hubName localRpcEndpointEnabled maxConcurrentActivityFunctions maxConcurrentEntityFunctions",
        "maxConcurrentOrchestratorFunctions maxEntityOperationBatchSize maxGrpcMessageSizeInBytes maxOrchestrationActions notifications",
        "overridableExistingInstanceStates rollbackEntityOperationsOnExceptions storageProvider storeInputsInOrchestrationHistory tracing",
        "useAppLease useGracefulShutdown versionFailureStrategy versionMatchStrategy");

    public static readonly IReadOnlySet<string> DurableHttp = Names("defaultAsyncRequestSleepTimeMilliseconds useForwardedHost");

    /// <summary>Of the Azure Storage provider; another provider would have others.</summary>
    public static readonly IReadOnlySet<string> StorageProvider = Names(
        "allowReplayingTerminalInstances connectionName connectionStringName controlQueueBatchSize controlQueueBufferThreshold",
        "controlQueueVisibilityTimeout fetchLargeMessagesAutomatically maxQueuePollingInterval partitionCount "
            + "partitionTableOperationTimeout",
        "queueClientMessageEncoding trackingStoreConnectionName trackingStoreConnectionStringName trackingStoreNamePrefix type",
        "useInstanceTableEtag useLegacyPartitionManagement useTablePartitionManagement workItemQueueVisibilityTimeout");

    public static readonly IReadOnlySet<string> Logging = Names("applicationInsights console fileLoggingMode logLevel");

    static HashSet<string> Names(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
