using Ilnp.Intake;
using Ilnp.Intake.Stray;

namespace Ilnp.Operations.Retention;

/// <summary>Messages of forms as they came, also for rounds that are not here.</summary>
public sealed class DueMessages(RawMessageStore messages, StrayStore strays)
{
    /// <returns>How many went.</returns>
    internal async Task<int> LetGoAsync(IEnumerable<string> cohortIds, DateOnly today, int most, CancellationToken cancellation)
    {
        var gone = await Portion.OfEachAsync(
            cohortIds, most, (cohort, rest) => messages.PurgeAsync(cohort, today, rest, cancellation));
        return gone + await strays.PurgeAsync(today, most, cancellation);
    }
}
