using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>What a change of the committee causes, before it is done. Pure.</summary>
/// <param name="Change">What is wished.</param>
/// <param name="After">The cohort with it.</param>
/// <param name="Groups">Groups that somebody else looks after then, and who that is proposed to be.</param>
/// <param name="To">Liaison by group.</param>
/// <param name="Lost">Decisions that waited for the member and wait for others then.</param>
/// <param name="Gained">Decisions that the member is asked from then on.</param>
public sealed record MemberEffects(
    MemberChange Change, CohortSettings After, IReadOnlyList<Group> Groups, IReadOnlyDictionary<string, string> To,
    IReadOnlyList<Decision> Lost, IReadOnlyList<Decision> Gained)
{
    /// <param name="file">As it is.</param>
    /// <param name="change">What is wished.</param>
    /// <param name="forms">Which the committee is asked by.</param>
    /// <param name="posted">With who was chosen for each group; empty for the first time.</param>
    internal static MemberEffects Of(
        CommitteeFile file, MemberChange change, CommitteeForms forms, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var after = change.IsIn(file.Cohort) ? file.Cohort : change.Apply(file.Cohort, file.Now);
        var (id, questions) = (
            change.MemberId, OpenQuestions.Of(file.Standing, forms, file.Now, file.Cohort.Of<ApprovalSettings>().Needed));
        var theirs = questions.For(after, file.Groups, id).ToList();
        var asked = questions.AskedOf(id).ToList();
        return new(
            change, after, GroupAllotment.Left(after, id, file.Groups),
            GroupAllotment.Read(after, GroupAllotment.Propose(after, id, file.Groups), posted),
            [.. asked.Where(decision => !theirs.Contains(decision))], [.. theirs.Where(decision => !asked.Contains(decision))]);
    }

    /// <summary>Who of the leads hears of it: the others.</summary>
    public IEnumerable<CommitteeMember> Told => After.Leads.Where(lead => lead.Id != Change.MemberId);

    /// <summary>Whose groups become more.</summary>
    public IEnumerable<CommitteeMember> Receivers => After.Liaisons.Where(liaison => To.Values.Contains(liaison.Id));
}
