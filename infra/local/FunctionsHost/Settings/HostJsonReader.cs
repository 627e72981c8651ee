using System.Globalization;
using System.Text.Json;
using FunctionsHost.Durable.Engines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using static DurableTask.Core.Settings.VersioningSettings;

namespace FunctionsHost.Settings;

/// <summary>
/// Reads and checks <c>host.json</c>: a setting that the real host does not know, or of the wrong kind, is an error at start.
/// </summary>
static class HostJsonReader
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <param name="text">The file's content.</param>
    /// <param name="configuration">For <c>%Setting%</c> in the hub's name.</param>
    public static HostJson Read(string text, IConfiguration configuration, StartErrors errors)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            var root = new HostJsonSection(json.RootElement, "", errors);
            root.AllowOnly(HostJsonSettings.Root);
            if (root.Text("version") is not "2.0") errors.Add("host.json: version must be \"2.0\".");
            root.Section("extensions").AllowOnly(HostJsonSettings.Extensions);
            if (root.Text("functionTimeout") is { } timeout && timeout != "-1"
                && !TimeSpan.TryParse(timeout, CultureInfo.InvariantCulture, out _))
                errors.Add($"host.json: functionTimeout is \"{timeout}\"; write it as 00:05:00, or -1 for none.");
            return ReadLogging(root, ReadDurableTask(root, configuration, errors, ReadHttp(root, errors)), errors);
        }
        catch (JsonException e)
        {
            errors.Add($"host.json is not valid JSON: {e.Message}");
            return new();
        }
    }

    static HostJson ReadHttp(HostJsonSection root, StartErrors errors)
    {
        var http = root.Section("extensions").Section("http");
        http.AllowOnly(HostJsonSettings.Http);
        var prefix = http.Text("routePrefix") ?? new HostJson().RoutePrefix;
        if (prefix.StartsWith('/') || prefix.EndsWith('/'))
            errors.Add($"host.json: extensions.http.routePrefix is \"{prefix}\"; write it without slashes at its ends.");
        http.Section("hsts").AllowOnly(HostJsonSettings.Hsts); // for HTTPS, which this host does not speak
        _ = http.Flag("dynamicThrottlesEnabled"); // checked; there is nothing here to measure the machine by
        return new()
        {
            RoutePrefix = prefix,
            CustomHeaders = http.Texts("customHeaders"),
            MaxConcurrentRequests = http.Limit("maxConcurrentRequests"),
            MaxOutstandingRequests = http.Limit("maxOutstandingRequests"),
            Functions = root.TextList("functions"),
        };
    }

    static HostJson ReadDurableTask(HostJsonSection root, IConfiguration configuration, StartErrors errors, HostJson read)
    {
        var durable = root.Section("extensions").Section("durableTask");
        durable.AllowOnly(HostJsonSettings.DurableTask);
        var named = durable.Text("hubName");
        var hub = named is null
            ? read.HubName
            : SettingReferences.Resolve(named, configuration, "host.json: extensions.durableTask.hubName", errors);
        if (hub is not null && !IsHubName(hub))
            errors.Add($"host.json: extensions.durableTask.hubName is \"{hub}\"; it takes 3 to 45 letters and digits, a letter first.");
        var overridable = durable.Text("overridableExistingInstanceStates");
        if (overridable is not (null or "NonRunningStates" or "AnyState"))
            errors.Add(
                $"host.json: extensions.durableTask.overridableExistingInstanceStates is \"{overridable}\"; it takes "
                    + "NonRunningStates or AnyState.");
        var http = durable.Section("httpSettings");
        http.AllowOnly(HostJsonSettings.DurableHttp);
        return read with
        {
            ReplacesUnfinished = overridable == "AnyState",
            UseForwardedHost = http.Flag("useForwardedHost") ?? false,
            HubName = hub ?? read.HubName,
            Engine = ReadEngine(durable, read.Engine),
            DefaultVersion = durable.Text("defaultVersion"),
            VersionMatchStrategy = durable.Choice<VersionMatchStrategy>("versionMatchStrategy") ?? read.VersionMatchStrategy,
            VersionFailureStrategy = durable.Choice<VersionFailureStrategy>("versionFailureStrategy") ?? read.VersionFailureStrategy,
        };
    }

    static AzureStorageSettings ReadEngine(HostJsonSection durable, AzureStorageSettings otherwise)
    {
        var provider = durable.Section("storageProvider");
        provider.AllowOnly(HostJsonSettings.StorageProvider);
        return otherwise with
        {
            MaxConcurrentOrchestrators = durable.PositiveNumber("maxConcurrentOrchestratorFunctions")
                ?? otherwise.MaxConcurrentOrchestrators,
            MaxConcurrentActivities = durable.PositiveNumber("maxConcurrentActivityFunctions") ?? otherwise.MaxConcurrentActivities,
            ExtendedSessions = durable.Flag("extendedSessionsEnabled") ?? otherwise.ExtendedSessions,
            ExtendedSessionIdle = durable.PositiveNumber("extendedSessionIdleTimeoutInSeconds") is { } idle
                ? TimeSpan.FromSeconds(idle)
                : otherwise.ExtendedSessionIdle,
            PartitionCount = provider.PositiveNumber("partitionCount") ?? otherwise.PartitionCount,
            ControlQueueBatchSize = provider.PositiveNumber("controlQueueBatchSize") ?? otherwise.ControlQueueBatchSize,
            ControlQueueBufferThreshold = provider.PositiveNumber("controlQueueBufferThreshold") ?? otherwise.ControlQueueBufferThreshold,
            ControlQueueVisibilityTimeout = provider.Duration("controlQueueVisibilityTimeout") ?? otherwise.ControlQueueVisibilityTimeout,
            WorkItemQueueVisibilityTimeout = provider.Duration("workItemQueueVisibilityTimeout")
                ?? otherwise.WorkItemQueueVisibilityTimeout,
            MaxQueuePollingInterval = provider.Duration("maxQueuePollingInterval") ?? otherwise.MaxQueuePollingInterval,
            UseTablePartitionManagement = provider.Flag("useTablePartitionManagement") ?? otherwise.UseTablePartitionManagement,
        };
    }

    static HostJson ReadLogging(HostJsonSection root, HostJson read, StartErrors errors)
    {
        var logging = root.Section("logging");
        logging.AllowOnly(HostJsonSettings.Logging);
        var levels = logging.Texts("logLevel");
        foreach (var (category, level) in levels)
        {
            if (!Enum.TryParse<LogLevel>(level, ignoreCase: true, out _))
                errors.Add(
                    $"host.json: logging.logLevel.{category} is \"{level}\"; it takes {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }

        return read with { LogLevels = levels };
    }

    static bool IsHubName(string name) =>
        name.Length is >= 3 and <= 45 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
