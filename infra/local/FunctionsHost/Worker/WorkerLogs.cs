using System.Collections.Concurrent;
using FunctionsHost.Protocol;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Worker;

/// <summary>The worker's log lines, in the host's log.</summary>
sealed class WorkerLogs(ILoggerFactory loggers)
{
    readonly ConcurrentDictionary<string, ILogger> byCategory = [];

    public void Write(RpcLog line)
    {
        if (line.LogCategory == RpcLog.Types.LogCategory.CustomMetric) return;
        var logger = byCategory.GetOrAdd(line.Category.Length > 0 ? line.Category : "Worker", loggers.CreateLogger);
        var level = (LogLevel)line.Level; // the protocol's numbers are those of the enumeration
        if (!logger.IsEnabled(level)) return;
        if (line.Exception is { } failure)
            logger.Log(
                level,
                "{Message}\n{Exception}",
                line.Message,
                failure.StackTrace.Length > 0 ? $"{failure.Message}\n{failure.StackTrace}" : failure.Message);
        else logger.Log(level, "{Message}", line.Message);
    }
}
