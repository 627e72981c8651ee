using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>Proposes duplicates at the close of applications, and carries out what the committee decides on them.</summary>
public sealed class DuplicateReview(
    PeopleStore people, ApplicationStore applications, DuplicateProposalStore proposals, CohortStore cohorts,
    DecisionStore decisions, DuplicateLetters letters)
{
    /// <summary>Finds and stores proposals, and holds the later applicants back. Again, it finds the same and changes nothing.</summary>
    public async Task<IReadOnlyList<DuplicateProposal>> ProposeAsync(string cohortId, CancellationToken cancellation = default)
    {
        var everybody = await people.ListAsync(cohortId, cancellation);
        foreach (var proposal in DuplicateFinder.Find(everybody)) await proposals.TryAddAsync(proposal, cancellation);
        var all = await proposals.ListAsync(cohortId, cancellation);
        foreach (var later in all.Select(proposal => proposal.SecondId).Distinct())
        {
            var same = SamePeople.Of(later, all);
            var first = same.Count == 1 ? later : SamePeople.First(everybody.Where(person => same.Contains(person.PersonId))).PersonId;
            await people.UpdateAsync(cohortId, later, person => DuplicateDecisionRule.Found(person, all, first), cancellation);
        }

        return all;
    }

    /// <summary>
    /// Records a decision, or another one later. The same person: the first applicant takes over the latest answers and
    /// the second stands aside. Different people: both stand by themselves. Both are told that they are one, and that they are two again.
    /// There is nothing to decide when one of them was erased.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="proposalId">The proposal.</param>
    /// <param name="same">What was said, where no member's answer is kept: of those the latest counts, in whatever order they come.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task ResolveAsync(string cohortId, string proposalId, bool same, CancellationToken cancellation = default)
    {
        var word = await SaidAsync(cohortId, proposalId, cancellation) ?? new DuplicateWord(same);
        if (await proposals.DecideAsync(cohortId, proposalId, word, cancellation) is not { } proposal) return;
        if (proposal.Decision == DuplicateDecision.Same) await letters.TellAsync(proposal, cancellation);
        var all = await proposals.ListAsync(cohortId, cancellation);
        await SettleAsync(cohortId, SamePeople.Around([proposal.FirstId, proposal.SecondId], all), all, cancellation);
        if (proposal is { Decision: DuplicateDecision.Different, WasSame: true }) await letters.TellAsync(proposal, cancellation);
    }

    /// <summary>
    /// Somebody is erased: whoever was held back only since the two may be one is held back by it no more. Those who were
    /// found to be the same are erased together.
    /// </summary>
    public async Task WithoutAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        var all = await proposals.ListAsync(cohortId, cancellation);
        var naming = all.Where(proposal => proposal.FirstId == personId || proposal.SecondId == personId).ToList();
        var left = all.Except(naming).ToList();
        var freed = naming.Where(proposal => proposal.Decision == DuplicateDecision.Open)
            .SelectMany(proposal => new[] { proposal.FirstId, proposal.SecondId }).Where(id => id != personId).ToList();
        if (freed.Count > 0) await SettleAsync(cohortId, SamePeople.Around(freed, left), left, cancellation);
        await proposals.DeleteAsync(cohortId, naming.Select(proposal => proposal.ProposalId), cancellation);
    }

    /// <summary>Brings people to what is decided on them: of all who are the same, one stands for all with all their answers.</summary>
    async Task SettleAsync(
        string cohortId, IReadOnlySet<string> ids, IReadOnlyList<DuplicateProposal> all, CancellationToken cancellation)
    {
        var (cohort, received) = (
            await cohorts.GetAsync(cohortId, cancellation), await applications.ListAsync(cohortId, cancellation));
        var concerned = (await Task.WhenAll(ids.Select(id => people.FindAsync(cohortId, id, cancellation))))
            .OfType<Person>().Where(person => !person.IsErased).ToList();
        foreach (var person in concerned)
        {
            var same = SamePeople.Of(person.PersonId, all);
            var first = SamePeople.First(concerned.Where(other => same.Contains(other.PersonId))).PersonId;
            var theirs = received.Where(application => application.PersonId is { } id && same.Contains(id)).ToList();
            var set = concerned.Where(other => other.PersonId != person.PersonId).SelectMany(other => other.Set)
                .Where(one => theirs.Exists(application => application.ApplicationId == one.ApplicationId)).ToList();
            await people.UpdateAsync(cohortId, person.PersonId, stored => DuplicateDecisionRule.Found(
                first == stored.PersonId ? DuplicateDecisionRule.Earlier(stored, theirs, cohort, set) : stored, all, first), cancellation);
        }
    }

    /// <summary>The latest answer of all members who gave one; null for none.</summary>
    async Task<DuplicateWord?> SaidAsync(string cohortId, string proposalId, CancellationToken cancellation) =>
        (await decisions.ListAsync(cohortId, DuplicateForm.Form.DecisionPrefix(proposalId), cancellation))
            .Where(decision => decision is { Version: > 0, AnsweredAt: not null }).MaxBy(decision => decision.AnsweredAt) is { } latest
            ? new(latest.Choice == DuplicateForm.Same, latest.SubjectId, latest.AnsweredAt)
            : null;
}
