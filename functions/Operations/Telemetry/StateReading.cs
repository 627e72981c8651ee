using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Operations.Telemetry;

/// <summary>How things stand at a moment, in numbers.</summary>
/// <param name="At">UTC.</param>
/// <param name="Failed">Orchestrations that stand failed.</param>
/// <param name="Decisions">Open ones, counted.</param>
/// <param name="Steps">The step of each running cohort, by the name of its <see cref="CohortPhase"/>.</param>
sealed record StateReading(
    DateTimeOffset At, int Failed, IReadOnlyList<OpenQuestions> Decisions, IReadOnlyList<(string Cohort, string Step)> Steps);

/// <summary>Decisions of a form that nobody has made yet.</summary>
/// <param name="Asked"><c>committee</c> or <c>participants</c>.</param>
/// <param name="OldestHours">Since the oldest was asked for.</param>
sealed record OpenQuestions(string Cohort, string Form, string Asked, int Count, double OldestHours)
{
    public static IEnumerable<OpenQuestions> Of(CohortSettings cohort, IEnumerable<Decision> decisions, DateTimeOffset now)
    {
        var committee = cohort.Committee.Select(member => member.Id).ToHashSet();
        return decisions.Where(decision => decision.Version == 0 && now < decision.Request.ClosesAt)
            .GroupBy(decision => (decision.Request.Form, Asked: committee.Contains(decision.SubjectId) ? "committee" : "participants"))
            .Select(same => new OpenQuestions(
                cohort.Id, same.Key.Form, same.Key.Asked, same.Count(),
                Math.Round((now - same.Min(decision => decision.OpenedAt)).TotalHours, 1)));
    }
}
