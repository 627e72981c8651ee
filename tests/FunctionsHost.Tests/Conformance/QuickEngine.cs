namespace FunctionsHost.Tests.Conformance;

/// <summary>The engine that Azure runs, in a hurry.</summary>
static class QuickEngine
{
    /// <summary>Polls often, and gives the work of a process that was killed to the next one soon.</summary>
    /// <param name="visibilitySeconds">How soon.</param>
    public static string HostJson(int visibilitySeconds) => $$"""
        {
          "version": "2.0",
          "extensions": {
            "durableTask": {
              "hubName": "Tests",
              "maxConcurrentOrchestratorFunctions": 32,
              "maxConcurrentActivityFunctions": 32,
              "storageProvider": {
                "partitionCount": 1,
                "maxQueuePollingInterval": "00:00:00.100",
                "controlQueueVisibilityTimeout": "00:00:{{visibilitySeconds:00}}",
                "workItemQueueVisibilityTimeout": "00:00:{{visibilitySeconds:00}}"
              }
            }
          }
        }
        """;
}
