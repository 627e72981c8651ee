using Microsoft.Extensions.Logging;

namespace FunctionsHost;

/// <summary>How an app is hosted.</summary>
public sealed record LocalHostOptions
{
    /// <summary>
    /// Settings above <c>local.settings.json</c> and the environment, by name with <c>:</c> between the parts; the app gets them too.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>All time of an app in this process, and of timers and of a simulation.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public EngineKind Engine { get; init; } = EngineKind.AzureStorage;

    /// <summary>Whether schedules are kept in storage, so that the next start makes up for a run that was missed.</summary>
    public bool KeepsSchedules { get; init; } = true;

    /// <summary>Where the host's and the worker's log goes; null writes lines to the console.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}

/// <summary>What keeps and dispatches orchestrations.</summary>
public enum EngineKind
{
    /// <summary>The engine that Azure runs, over the storage account; real time only.</summary>
    AzureStorage,

    /// <summary>In process memory on the options' clock; nothing is kept.</summary>
    Simulation,
}
