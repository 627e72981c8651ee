using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;

namespace Ilnp.Committee.Duplicates;

/// <summary>Gathers possible duplicates with what each of the two told us.</summary>
public sealed class DuplicateReading(
    DuplicateProposalStore proposals, PeopleStore people, ApplicationStore applications, DecisionStore decisions, DecisionLinks links)
{
    /// <summary>Those that are open first. Who was erased stands in none.</summary>
    public async Task<IReadOnlyList<ComparedPair>> ListAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var (cohort, proposed) = (reader.Cohort, await proposals.ListAsync(reader.Cohort.Id, cancellation));
        if (proposed.Count == 0) return [];
        var everybody = (await people.ListAsync(cohort.Id, cancellation)).Where(person => !person.IsErased)
            .ToDictionary(person => person.PersonId);
        var latest = (await applications.ListAsync(cohort.Id, cancellation))
            .Where(application => application is { Counts: true, PersonId: not null }).GroupBy(application => application.PersonId!)
            .ToDictionary(theirs => theirs.Key, theirs => theirs.MaxBy(one => (one.AppliedAt, one.VersionAt, one.Row ?? 0))!);
        var asked = (await decisions.ListAsync(cohort.Id, DuplicateForm.Form.DecisionPrefix(), cancellation))
            .Where(decision => decision.SubjectId == reader.Member.Id)
            .ToDictionary(decision => DuplicateForm.ProposalOf(decision.DecisionId));
        return
        [
            .. proposed.Where(proposal => everybody.ContainsKey(proposal.FirstId) && everybody.ContainsKey(proposal.SecondId))
                .OrderBy(proposal => proposal.Decision != DuplicateDecision.Open)
                .Select(proposal => new ComparedPair(
                    proposal, everybody[proposal.FirstId], everybody[proposal.SecondId],
                    ComparedPair.LinesOf(
                        latest.GetValueOrDefault(proposal.FirstId), latest.GetValueOrDefault(proposal.SecondId), cohort, reader.Texts),
                    asked.GetValueOrDefault(proposal.ProposalId) is { } decision ? links.Address(decision) : null)),
        ];
    }
}
