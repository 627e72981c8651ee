using Ilnp.Approvals;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Matching;

/// <summary>Proposals, and what the leads wish for the next one.</summary>
public sealed class MatchingActivities(
    PeopleStore people, GroupStore groups, ProposalStore proposals, CohortProposer proposer, WishStore wishes, DecisionStore decisions)
{
    [Function(nameof(ProposeMatches))]
    public async Task ProposeMatches([ActivityTrigger] MatchingRound round)
    {
        var (wished, wanted) = await proposer.ProposeAsync(round);
        var proposal = wished.Proposal;
        await proposals.PutAsync(
            round.CohortId,
            new(round.Round, proposal.Score, proposal.UpperBound, proposal.Countries, proposal.Hull, round.Apart, proposal.Notes)
            {
                Groups = [.. proposal.Groups.Select(group => group.Members)],
                Wishes = wished.Cost,
                LeftOut = wished.LeftOut,
                NotUnderstood = wanted.NotUnderstood,
            });
    }

    /// <summary>
    /// What the leads wished when they sent the proposal back joins the wishes for the next one; a note is for people and wishes nothing.
    /// Gives the pairs that stay apart from now on: the members of groups that were named to be separated.
    /// </summary>
    [Function(nameof(ReadSeparations))]
    public async Task<IReadOnlyList<PersonPair>> ReadSeparations([ActivityTrigger] MatchingRound round)
    {
        var words = new WishWords(await groups.ListAsync(round.CohortId), await people.ListAsync(round.CohortId));
        foreach (var decision in await decisions.ListAsync(round.CohortId, MatchApprovalForm.Prefix(round.Round)))
            words.Keep(decision.Answer(MatchApprovalForm.Keep)).Separate(decision.Answer(MatchApprovalForm.Apart))
                .Together(decision.Answer(MatchApprovalForm.Together));
        var next = await wishes.ChangeAsync(
            round.CohortId,
            round.Round + 1,
            list => list.Changed(words.Wishes) with { Round = round.Round + 1, NotUnderstood = words.NotUnderstood });
        return [.. next.Wishes.Where(wish => wish.Kind == WishKind.Apart).Select(wish => new PersonPair(wish.First, wish.Second!))];
    }
}
