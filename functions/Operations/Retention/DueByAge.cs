using Ilnp.Links;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Usage;

namespace Ilnp.Operations.Retention;

/// <summary>What belongs to no cohort and goes by its own age.</summary>
public sealed class DueByAge(UsageLedger usage, UsedLinks links, IEnumerable<IAges> ages)
{
    /// <param name="cohorts">Those of which something is left.</param>
    /// <param name="now">UTC.</param>
    /// <param name="most">Records of each kind.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many used links and how many other records went.</returns>
    internal async Task<(int Links, int Others)> LetGoAsync(
        IEnumerable<CohortSettings> cohorts, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        await usage.PurgeAsync(RetentionRules.UsageBefore(cohorts, DateOnly.FromDateTime(now.UtcDateTime)), most, cancellation);
        var used = await links.PurgeAsync(RetentionRules.UsedLinksBefore(now), most, cancellation);
        var aged = 0;
        foreach (var kind in ages) aged += await kind.LetGoAsync(most - aged, cancellation);
        return (used, aged);
    }
}
