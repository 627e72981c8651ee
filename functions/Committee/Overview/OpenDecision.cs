using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>A committee member's decision that others wait for.</summary>
/// <param name="Form">Name of the form.</param>
/// <param name="Who">Whose decision it is.</param>
/// <param name="IsOwn">Whether it is the reader's own.</param>
/// <param name="Since">UTC.</param>
/// <param name="Decision">The decision itself.</param>
public sealed record OpenDecision(string Form, string Who, bool IsOwn, DateTimeOffset Since, Decision Decision)
{
    /// <summary>What waits for the committee, the reader's own first, then the oldest.</summary>
    public static IReadOnlyList<OpenDecision> Of(
        CohortSettings cohort, CommitteeMember reader, IEnumerable<Decision> decisions, CommitteeForms forms, DateTimeOffset now)
    {
        var names = cohort.Committee.ToDictionary(member => member.Id, member => member.Name);
        return
        [
            .. forms.Unsettled([.. decisions], cohort)
                .Where(decision =>
                    decision is { Version: 0, Handed: null } && now < decision.Request.ClosesAt
                        && names.ContainsKey(decision.SubjectId) && forms.IsTheirs(cohort, decision))
                .Select(decision => new OpenDecision(
                    decision.Request.Form, names[decision.SubjectId], decision.SubjectId == reader.Id, decision.OpenedAt, decision))
                .OrderByDescending(open => open.IsOwn).ThenBy(open => open.Since)
                .ThenBy(open => open.Decision.DecisionId, StringComparer.Ordinal),
        ];
    }
}
