using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace EmbeddedFunctions.Hosting.Settings;

/// <summary>What the host takes from <c>host.json</c>; the defaults are the real host's.</summary>
sealed record HostJson
{
    /// <summary>Before every HTTP function's route; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>On every response.</summary>
    public IReadOnlyDictionary<string, string> CustomHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Names the orchestrations' tables: 3 to 45 letters and digits, a letter first.</summary>
    public string HubName { get; init; } = "TestHubName";

    /// <summary>Null: as many as the engine finds right.</summary>
    public int? MaxConcurrentActivities { get; init; }

    /// <summary>For instances that are started without a version; also the worker's own version.</summary>
    public string? DefaultVersion { get; init; }

    /// <summary>Which versions the worker runs; asked only when there is a default version.</summary>
    public VersionMatchStrategy VersionMatchStrategy { get; init; } = VersionMatchStrategy.CurrentOrOlder;

    public VersionFailureStrategy VersionFailureStrategy { get; init; } = VersionFailureStrategy.Reject;

    /// <summary>Levels by category; <c>default</c> is the rest.</summary>
    public IReadOnlyDictionary<string, string> LogLevels { get; init; } = new Dictionary<string, string>();
}
