using DurableTask.AzureStorage;
using FunctionsHost.Durable.Dispatch;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Durable.Engines;

/// <summary>The engine that Azure runs, over a storage account or Azurite.</summary>
static class AzureStorageEngine
{
    public static Engine Create(AzureStorageSettings settings, ILoggerFactory loggers)
    {
        var service = new AzureStorageOrchestrationService(ForService(settings, loggers));
        WorkerSessions sessions = settings.ExtendedSessions
            ? new WorkerSessions.OfTheEngine(settings.ExtendedSessionIdle.TotalSeconds)
            : new WorkerSessions.None();
        return new(service, service, sessions, Before: null, (id, reason) => service.RewindTaskOrchestrationAsync(id, reason));
    }

    static AzureStorageOrchestrationServiceSettings ForService(AzureStorageSettings settings, ILoggerFactory loggers) => new()
    {
        AppName = settings.HubName,
        TaskHubName = settings.HubName,
        StorageAccountClientProvider = new StorageAccountClientProvider(settings.ConnectionString),
        PartitionCount = settings.PartitionCount,
        ControlQueueBatchSize = settings.ControlQueueBatchSize,
        ControlQueueBufferThreshold = settings.ControlQueueBufferThreshold,
        ControlQueueVisibilityTimeout = settings.ControlQueueVisibilityTimeout,
        WorkItemQueueVisibilityTimeout = settings.WorkItemQueueVisibilityTimeout,
        MaxQueuePollingInterval = settings.MaxQueuePollingInterval,
        UseTablePartitionManagement = settings.UseTablePartitionManagement,
        MaxConcurrentTaskOrchestrationWorkItems = settings.MaxConcurrentOrchestrators,
        MaxConcurrentTaskActivityWorkItems = settings.MaxConcurrentActivities,
        ExtendedSessionsEnabled = settings.ExtendedSessions,
        ExtendedSessionIdleTimeout = settings.ExtendedSessionIdle,
        ThrowExceptionOnInvalidDedupeStatus = true,
        LoggerFactory = loggers,
    };
}
