using Ilnp.Approvals;
using Ilnp.Committee.Groups;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Proposals;

/// <summary>Reads what the page of a proposal shows: the one that waits, or the one that was approved.</summary>
public sealed class MatchingReading(
    PeopleStore people, GroupStore groups, ProposalStore proposals, WishStore wishes, DecisionStore decisions, Tallies tallies,
    DecisionLinks links)
{
    /// <param name="reader">Who reads.</param>
    /// <param name="field">Fields of the page's form by name, empty for those not there.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<MatchingModel> ReadAsync(CommitteeReader reader, Func<string, string> field, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var everybody = await people.ListAsync(id, cancellation);
        var all = await proposals.ListAsync(id, cancellation);
        var latest = all.Count == 0 ? null : all[^1];
        var formed = await groups.ListAsync(id, cancellation);
        var about = latest is null ? [] : await decisions.ListAsync(id, MatchApprovalForm.Prefix(latest.Round), cancellation);
        var tally = about.Count == 0 ? null : await tallies.FindAsync(about[0], cancellation);
        var model = new MatchingModel(
            reader, GroupRow.Of(reader, Proposed(formed, latest), everybody), everybody.ToDictionary(person => person.PersonId), latest)
        {
            Field = field,
            Kept = latest is null ? WishList.None : await wishes.ForRoundAsync(id, latest.Round + 1, cancellation),
            Decided = Decided(reader.Cohort, tally),
            Decision = about.FirstOrDefault(decision => decision.SubjectId == reader.Member.Id && tally?.Outcome is null) is { } open
                ? links.Address(open)
                : null,
            Changes = all.Count > 1 ? ProposalChanges.Between(all[^2], all[^1]) : null,
        };
        return model with { Map = MatchingPictures.Map(model), Curve = MatchingPictures.Curve(model) };
    }

    /// <summary>The groups that wait; after they were introduced, those of the proposal as they were approved.</summary>
    static IEnumerable<Group> Proposed(IReadOnlyList<Group> formed, ProposalSummary? latest)
    {
        if (formed.Any(group => group.Status == GroupStatus.Proposed) || latest is null)
            return formed.Where(group => group.Status == GroupStatus.Proposed);
        var known = formed.GroupBy(group => ProposalChanges.Key(group.Members)).ToDictionary(same => same.Key, same => same.First());
        return latest.Groups.Select((members, index) =>
            known.GetValueOrDefault(ProposalChanges.Key(members)) ?? Changed(formed[0].CohortId, index, members));
    }

    /// <summary>A group that was approved and never began like this: somebody could not take part.</summary>
    static Group Changed(string cohortId, int index, IReadOnlyList<string> members) => new()
    {
        CohortId = cohortId,
        GroupId = $"{GroupRow.NeverFormed}{index + 1}",
        Members = members,
        Status = GroupStatus.Dissolved,
    };

    static DecidedProposal? Decided(CohortSettings cohort, Tally? tally) => tally is { Outcome: { } outcome }
        ? new(
            Locale.Of(TextShelf.First).List([.. tally.Deciding.Select(vote => cohort.MemberName(vote.MemberId))]),
            tally.Deciding.Max(vote => vote.At),
            outcome == MatchApprovalForm.Approve)
        : null;
}
