namespace Ilnp.Usage.Cost;

/// <summary>What some days cost, and what of.</summary>
/// <param name="From">Since when it was counted: later than asked for where the app did not count before.</param>
/// <param name="Work">That was done.</param>
/// <param name="Bill">For it.</param>
/// <param name="OnSimulation">The bill with an engine that stores nothing, as on a laptop: what is left is the app's.</param>
/// <param name="Prices">That were used.</param>
/// <param name="NotCounted">What is paid besides.</param>
public sealed record CostFigures(
    DateOnly From, CohortWork Work, Bill Bill, Bill OnSimulation, PriceTable Prices, IReadOnlyList<string> NotCounted)
{
    /// <summary>Dollars that a cohort of the pilot's size may cost without a mail plan.</summary>
    public const double Goal = 1;

    /// <summary>Pure.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="work">That was done.</param>
    /// <param name="engine">What the engine over storage takes; null where histories are elsewhere.</param>
    /// <param name="prices">In dollars.</param>
    public static CostFigures Of(DateOnly from, CohortWork work, EngineWork? engine, PriceTable prices) => new(
        from, work, Bill.Of(work, engine, prices), Bill.Of(work, null, prices), prices,
        [.. Bill.NotCounted, .. engine is null ? ["the Durable Task Scheduler: by its own price"] : Array.Empty<string>()]);
}
