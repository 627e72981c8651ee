using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>What was asked, and what of it waits.</summary>
public sealed class OverviewQuestions(CommitteeForms forms, DecisionChecks checks)
{
    /// <summary>Not what is too late to decide, since its step has gone on.</summary>
    internal async Task<IReadOnlyList<OpenDecision>> WaitingAsync(
        CommitteeReader reader, IEnumerable<Decision> decisions, CohortFacts facts, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = OpenDecision.Of(reader.Cohort, reader.Member, decisions.Where(decision => !StoppedRow.Shows(decision)), forms, now);
        var left = await checks.WithoutOverAsync([.. waiting.Select(open => open.Decision)], facts, cancellation);
        return [.. waiting.Where(open => left.Contains(open.Decision))];
    }

    internal IReadOnlyList<AnswerRate> Rates(IReadOnlyList<Decision> decisions, CohortSettings cohort, DateTimeOffset now) =>
        AnswerRate.Of(forms.Unsettled(decisions, cohort), now);
}
