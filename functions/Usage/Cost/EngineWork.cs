namespace Ilnp.Usage.Cost;

/// <summary>
/// What the engine over Azure Storage takes for itself: measured by <c>bench cost</c>, whose figures
/// of November 2026 are <c>engine.json</c>.
/// </summary>
/// <param name="Turn">Requests for a turn of an orchestrator.</param>
/// <param name="Activity">Requests for an activity.</param>
/// <param name="IdleHour">Requests in an hour in which nothing is to be done.</param>
public sealed record EngineWork(StorageRequests Turn, StorageRequests Activity, StorageRequests IdleHour)
{
    /// <summary>As it was measured last, with this version of the engine and the settings of <c>host.json</c>.</summary>
    public static EngineWork Measured { get; } = CostFile.Read<EngineWork>("engine.json");
}
