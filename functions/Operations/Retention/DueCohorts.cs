using Ilnp.Privacy;

namespace Ilnp.Operations.Retention;

/// <summary>Everything about the people of cohorts that are over, and what goes with them.</summary>
public sealed class DueCohorts(IEnumerable<IPersonalData> kinds, IEnumerable<IGoesWithCohort> others, ForgottenCohorts forgotten)
{
    /// <summary>What is made of all the others is made anew while they are there.</summary>
    readonly IReadOnlyList<IPersonalData> inTurn = [.. kinds.OrderByDescending(kind => kind.What.Turn == ErasureTurn.Summaries)];

    /// <inheritdoc cref="ForgottenCohorts.ListAsync"/>
    internal Task<IReadOnlySet<string>> GoneAsync(DateTimeOffset now, CancellationToken cancellation) =>
        forgotten.ListAsync(now, cancellation);

    /// <returns>How many records went; when none did, the cohort is left alone for a time.</returns>
    internal async Task<int> ForgetAsync(string cohortId, int most, DateTimeOffset now, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var kind in inTurn)
            if (erased < most) erased += await kind.ForgetAsync(cohortId, most - erased, cancellation);
        foreach (var other in others)
            if (erased < most) erased += await other.ForgetAsync(cohortId, most - erased, cancellation);
        if (erased == 0) await forgotten.AddAsync(cohortId, now, cancellation);
        return erased;
    }
}
