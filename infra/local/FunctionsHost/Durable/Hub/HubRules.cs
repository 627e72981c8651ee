using DurableTask.Core;

namespace FunctionsHost.Durable.Hub;

/// <summary>Where engines and settings differ.</summary>
/// <param name="DefaultVersion">Of orchestrations started without a version; may be empty.</param>
/// <param name="Unreplaceable">A start never takes the place of an instance in one of these states.</param>
/// <param name="RewindAsync">How the engine lets a failed instance (by its id, with a reason) go on.</param>
/// <param name="BegunAsync">How one waits for an instance to begin.</param>
sealed record HubRules(
    string DefaultVersion,
    IReadOnlyList<OrchestrationStatus> Unreplaceable,
    Func<string, string?, Task> RewindAsync,
    Func<TaskHub, string, CancellationToken, Task<OrchestrationState>> BegunAsync);
