using DurableTask.Core.Settings;
using FunctionsHost.Durable.Engines;
using static DurableTask.Core.Settings.VersioningSettings;

namespace FunctionsHost.Settings;

/// <summary>What the host takes from <c>host.json</c>; the defaults are the real host's.</summary>
sealed record HostJson
{
    /// <summary>Before every HTTP function's route; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>On every response.</summary>
    public IReadOnlyDictionary<string, string> CustomHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Requests that run at one time; null: any number. More of them wait.</summary>
    public int? MaxConcurrentRequests { get; init; }

    /// <summary>Requests that run or wait at one time; null: any number. More of them are answered 429.</summary>
    public int? MaxOutstandingRequests { get; init; }

    /// <summary>Functions to serve, in any case; null or empty: all.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Links to orchestrations name the host that a proxy says it was called by.</summary>
    public bool UseForwardedHost { get; init; }

    /// <summary>Names the orchestrations' tables: 3 to 45 letters and digits, a letter first.</summary>
    public string HubName { get; init; } = "TestHubName";

    /// <summary>Whether a start through the management API takes the place of an unfinished instance of its id.</summary>
    public bool ReplacesUnfinished { get; init; }

    /// <summary>Of the engine that keeps orchestrations in storage; without connection and hub, which come from elsewhere.</summary>
    public AzureStorageSettings Engine { get; init; } = new();

    /// <summary>For instances that are started without a version; also the worker's own version.</summary>
    public string? DefaultVersion { get; init; }

    /// <summary>Which versions the worker runs; asked only when there is a default version.</summary>
    public VersionMatchStrategy VersionMatchStrategy { get; init; } = VersionMatchStrategy.CurrentOrOlder;

    public VersionFailureStrategy VersionFailureStrategy { get; init; } = VersionFailureStrategy.Reject;

    /// <summary>Null without a default version: then all versions run.</summary>
    public VersioningSettings? Versioning => DefaultVersion is null ? null
        : new() { Version = DefaultVersion, MatchStrategy = VersionMatchStrategy, FailureStrategy = VersionFailureStrategy };

    /// <summary>Levels by category; <c>default</c> is the rest.</summary>
    public IReadOnlyDictionary<string, string> LogLevels { get; init; } = new Dictionary<string, string>();
}
