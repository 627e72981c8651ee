using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>Proposes duplicates at the close of applications, and carries out what the committee decides on them.</summary>
public sealed class DuplicateReview(
    PeopleStore people, ApplicationStore applications, DuplicateProposalStore proposals, CohortStore cohorts)
{
    /// <summary>Finds and stores proposals, and holds the later applicants back. Again, it finds the same and changes nothing.</summary>
    public async Task<IReadOnlyList<DuplicateProposal>> ProposeAsync(string cohortId, CancellationToken cancellation = default)
    {
        foreach (var proposal in DuplicateFinder.Find(await people.ListAsync(cohortId, cancellation)))
            await proposals.TryAddAsync(proposal, cancellation);
        var all = await proposals.ListAsync(cohortId, cancellation);
        foreach (var later in all.Select(proposal => proposal.SecondId).Distinct())
            await people.UpdateAsync(cohortId, later, person => DuplicateDecisionRule.Later(person, all), cancellation);
        return all;
    }

    /// <summary>
    /// Records a decision, or another one later. The same person: the first applicant takes over the latest answers and
    /// the second stands aside. Different people: both stand by themselves. There is nothing to decide when one of them was erased.
    /// </summary>
    public async Task ResolveAsync(string cohortId, string proposalId, bool same, CancellationToken cancellation = default)
    {
        var decision = same ? DuplicateDecision.Same : DuplicateDecision.Different;
        if (await proposals.DecideAsync(cohortId, proposalId, decision, cancellation) is not { } proposal) return;
        var cohort = await cohorts.GetAsync(cohortId, cancellation);
        var all = await proposals.ListAsync(cohortId, cancellation);
        var theirs = await ApplicationsOfAsync(proposal.FirstId, all, cancellation);
        await people.UpdateAsync(cohortId, proposal.FirstId, person => DuplicateDecisionRule.Earlier(person, theirs, cohort), cancellation);
        await people.UpdateAsync(cohortId, proposal.SecondId, person => DuplicateDecisionRule.Later(person, all), cancellation);
    }

    /// <summary>Those of the person and of everybody who was found to be the same.</summary>
    async Task<IReadOnlyList<Application>> ApplicationsOfAsync(
        string firstId, IReadOnlyList<DuplicateProposal> all, CancellationToken cancellation)
    {
        var one = all.Where(proposal => proposal.FirstId == firstId && proposal.Decision == DuplicateDecision.Same)
            .Select(proposal => proposal.SecondId).Append(firstId).ToHashSet();
        return [.. (await applications.ListAsync(all[0].CohortId, cancellation))
            .Where(application => application.PersonId is { } id && one.Contains(id))];
    }
}
