using Ilnp.Forms;

namespace Ilnp.Approvals;

/// <summary>Asks the step of a decision how it stands; a form without a check stands open until it closes.</summary>
public sealed class DecisionChecks(IEnumerable<IDecisionCheck> checks)
{
    readonly Dictionary<string, IDecisionCheck> byForm = checks.ToDictionary(check => check.Form);

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation) =>
        byForm.TryGetValue(decision.Request.Form, out var check) ? await check.StandAsync(decision, cancellation) : DecisionStand.Open;

    /// <summary>Without those that nobody can answer any more, since their step has gone on.</summary>
    public async Task<IReadOnlyList<Decision>> WithoutOverAsync(IEnumerable<Decision> decisions, CancellationToken cancellation)
    {
        var all = decisions.ToList();
        var isOver = await Task.WhenAll(all.Select(IsOverAsync)); // at once: each asks storage for its own
        return [.. all.Where((_, index) => !isOver[index])];

        async Task<bool> IsOverAsync(Decision decision) =>
            decision.Version == 0 && (await StandAsync(decision, cancellation)).OverKey is not null;
    }

    /// <inheritdoc cref="WithoutOverAsync(IEnumerable{Decision}, CancellationToken)"/>
    /// <param name="decisions">Of one cohort.</param>
    /// <param name="facts">What was just read of the cohort, all of it: it is not read again for each of them.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<Decision>> WithoutOverAsync(
        IReadOnlyList<Decision> decisions, CohortFacts facts, CancellationToken cancellation)
    {
        var over = await Task.WhenAll(decisions.Where(decision => decision.Version == 0 && byForm.ContainsKey(decision.Request.Form))
            .GroupBy(decision => decision.Request.Form).Select(form => byForm[form.Key].OverAsync([.. form], facts, cancellation)));
        var ids = over.SelectMany(some => some).Select(decision => decision.DecisionId).ToHashSet();
        return [.. decisions.Where(decision => !ids.Contains(decision.DecisionId))];
    }

    /// <summary>The reading with what the step finds wrong in it.</summary>
    public async Task<FormReading> CheckAsync(Decision decision, FormReading reading, CancellationToken cancellation) =>
        reading.IsValid && byForm.TryGetValue(decision.Request.Form, out var check)
            ? reading with { Errors = await check.WrongAsync(decision, reading, cancellation) }
            : reading;
}
