using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Matching;
using Ilnp.Operations;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>
/// What leads are asked and nobody has decided, each once, however many were asked. What liaisons are asked goes with their groups; who is
/// asked about what stopped is found anew by each sweep. Pure.
/// </summary>
/// <param name="Waiting">Questions to one of those who were asked.</param>
/// <param name="Askers">Who was asked the same, by the id of the one in <paramref name="Waiting"/>.</param>
sealed record OpenQuestions(IReadOnlyList<Decision> Waiting, IReadOnlyDictionary<string, IReadOnlyList<string>> Askers)
{
    public static OpenQuestions Of(IEnumerable<Decision> decisions, CommitteeForms forms, DateTimeOffset now, int needed = 1)
    {
        var asked = decisions.Where(decision => forms.Has(decision.Request.Form) && !GoesByItself(decision)).ToList();
        var settled = forms.Settled(asked, needed);
        var latest = asked.Select(RoundOf).Max();
        var same = asked.Where(decision => RoundOf(decision) is not { } round || round == latest).GroupBy(Subjectless)
            .Where(one => one.All(decision => IsOpen(decision, forms, settled)) && one.Any(decision => now < decision.Request.ClosesAt))
            .ToList();
        return new(
            [.. same.Select(one => one.First()).OrderBy(decision => decision.OpenedAt)],
            same.ToDictionary(
                one => one.First().DecisionId, IReadOnlyList<string> (one) => [.. one.Select(decision => decision.SubjectId)]));
    }

    /// <summary>Those that a member is to decide.</summary>
    public IEnumerable<Decision> For(CohortSettings cohort, IEnumerable<Group> groups, string memberId) =>
        Waiting.Where(decision => Deciders(cohort, groups, decision).Any(member => member.Id == memberId));

    /// <summary>Those that a member was asked.</summary>
    public IEnumerable<Decision> AskedOf(string memberId) => Waiting.Where(decision => Askers[decision.DecisionId].Contains(memberId));

    /// <summary>The leads; about conduct, without the group's liaison when there are others.</summary>
    public static IReadOnlyList<CommitteeMember> Deciders(CohortSettings cohort, IEnumerable<Group> groups, Decision decision)
    {
        var liaison = decision.Request.Form == ConcernQuestion.FormOf(ConcernKind.Trouble)
            && ConcernQuestion.Asked(decision.DecisionId) is var (id, _)
            ? groups.FirstOrDefault(group => group.GroupId == id)?.LiaisonId : null;
        return cohort.Leads.Where(lead => lead.Id != liaison).ToList() is { Count: > 0 } others ? others : [.. cohort.Leads];
    }

    /// <summary>The same question to somebody else.</summary>
    public static DecisionRequest To(Decision decision, string memberId) =>
        decision.Request with { SubjectId = memberId, DecisionId = IdFor(decision, memberId) };

    /// <summary>Where two must agree, one answer leaves it open.</summary>
    static bool IsOpen(Decision decision, CommitteeForms forms, IReadOnlySet<string> settled) =>
        decision.Version == 0
            || (forms.Find(decision.Request.Form)?.Agreeing is not null && !settled.Contains(forms.MatterOf(decision.Request)));

    static string IdFor(Decision decision, string memberId) => ConcernQuestion.Read(decision.DecisionId) is not null
        ? ConcernQuestion.To(decision.DecisionId, decision.SubjectId, memberId)
        : $"{decision.DecisionId[..^decision.SubjectId.Length]}{memberId}";

    static string Subjectless(Decision decision) => IdFor(decision, "*");

    static bool GoesByItself(Decision decision) =>
        decision.Request.Form == StoppedForm.Form.Name
        || (ConcernQuestion.Read(decision.DecisionId) is { } question && question.Kind != ConcernKind.Trouble);

    /// <summary>Of a proposal only the latest is to be decided.</summary>
    static int? RoundOf(Decision decision) =>
        decision.Request.Form == MatchApprovalForm.Form.Name ? MatchApprovalForm.RoundOf(decision.DecisionId) : null;
}
