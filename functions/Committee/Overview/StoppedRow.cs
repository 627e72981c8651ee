using Ilnp.Approvals;
using Ilnp.Operations;

namespace Ilnp.Committee.Overview;

/// <summary>What stopped, as the overview shows it.</summary>
/// <param name="Stoppage">What was told.</param>
/// <param name="Standing">Its topmost failures that still stand.</param>
/// <param name="Asked">Names of those who were asked.</param>
/// <param name="Own">The reader's own decision; null when the reader was not asked.</param>
/// <param name="Decided">The first answer, with who gave it; null while nobody has decided.</param>
public sealed record StoppedRow(
    Stoppage Stoppage, IReadOnlyList<Failure> Standing, IReadOnlyList<string> Asked, Decision? Own,
    (string Name, Decision Decision)? Decided)
{
    /// <summary>Whether a decision stands here, and not among all that waits for the committee.</summary>
    public static bool Shows(Decision decision) => decision.Request.Form == StoppedForm.Form.Name;

    /// <summary>Those of which a part still stands, the first found first.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="told">All of the cohort.</param>
    /// <param name="standing">Failures that stand as they were told.</param>
    /// <param name="decisions">The cohort's decisions.</param>
    public static IReadOnlyList<StoppedRow> Of(
        CommitteeReader reader, IEnumerable<Stoppage> told, IReadOnlySet<FailureKey> standing, IReadOnlyList<Decision> decisions)
    {
        return [.. told.Select(stoppage => Of(stoppage)).Where(row => row.Standing.Count > 0)];

        StoppedRow Of(Stoppage stoppage)
        {
            var about = decisions.Where(decision => StoppedForm.IsAbout(decision.DecisionId, stoppage.StoppageId)).ToList();
            var first = about.Where(decision => decision.Version > 0).MinBy(decision => decision.AnsweredAt);
            return new(
                stoppage,
                [.. stoppage.Topmost.Where(failure => standing.Contains(failure.Key))],
                [.. about.Where(decision => reader.Cohort.Member(decision.SubjectId) is not null)
                    .Select(decision => reader.Cohort.MemberName(decision.SubjectId))],
                about.FirstOrDefault(decision => decision.SubjectId == reader.Member.Id),
                first is null ? null : (reader.Cohort.MemberName(first.SubjectId), first));
        }
    }
}
