using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>
/// Proposes a cohort's pairs under the committee's wishes. Deterministic: a second run after a crash writes the same groups.
/// </summary>
public sealed class CohortProposer(
    CohortStore cohorts, PeopleStore people, GroupStore groups, WishStore wishes, CohortProblems problems, TimeProvider time)
{
    /// <summary>Proposes pairs among the eligible and stores them in place of an earlier proposal.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict themselves: the step fails,
    /// so that somebody looks at it.</exception>
    public async Task<(WishedProposal Wished, WishList Wishes)> ProposeAsync(MatchingRound round)
    {
        var settings = await cohorts.GetAsync(round.CohortId);
        var eligible = await people.ListAsync(round.CohortId, [Standing.Eligible]);
        var wanted = (await wishes.ForRoundAsync(round.CohortId, round.Round))
            .Plus(round.Apart.Select(pair => Wish.Apart(pair.First, pair.Second)));
        var wished = WishedProposal.Of(await ProblemAsync(settings, eligible), wanted.Wishes);
        if (wished.Proposal.Conflicts is { Count: > 0 } conflicts)
            throw new InvalidOperationException($"No groups could be proposed: {string.Join(" ", conflicts)}");
        await ReplaceProposedAsync(settings, wished.Proposal.Groups, eligible);
        await KeepReasonsAsync(settings, eligible, wished.Proposal.Unmatched);
        return (wished, wanted);
    }

    /// <summary>What wishes for a later round would cost on the people there are now; nothing is stored.</summary>
    public async Task<WishedProposal> TryAsync(
        CohortSettings settings, IReadOnlyList<Wish> wanted, CancellationToken cancellation = default) =>
        WishedProposal.Of(
            await ProblemAsync(settings, await people.ListAsync(settings.Id, [Standing.Eligible], cancellation)), wanted, cancellation);

    /// <summary>The problem without wishes: separations are wishes here, so that their cost is told too.</summary>
    async Task<MatchingProblem> ProblemAsync(CohortSettings settings, IReadOnlyList<Person> eligible) =>
        await problems.OfAsync(settings, eligible) with { Capacity = settings.Capacity, Blocked = [] };

    /// <summary>Everybody not proposed is told why one day, in the language that is theirs then.</summary>
    async Task KeepReasonsAsync(CohortSettings settings, IReadOnlyList<Person> eligible, IReadOnlyList<UnmatchedPerson> unmatched)
    {
        var reasons = unmatched.ToDictionary(person => person.Id, person => person.Reason);
        await people.UpdateManyAsync(
            settings.Id,
            eligible.Select(person => person.PersonId),
            person => person with { Waiting = reasons.GetValueOrDefault(person.PersonId), WaitingReason = null });
    }

    async Task ReplaceProposedAsync(
        CohortSettings settings, IReadOnlyList<ProposedGroup> proposed, IReadOnlyList<Person> eligible)
    {
        var before = await groups.ListAsync(settings.Id);
        var fresh = LiaisonRules.Assign(settings, [.. GroupNumbers.Give(settings, proposed, 0, round: 1, time.GetUtcNow())], eligible);
        await groups.PutManyAsync(settings.Id, fresh);
        foreach (var dropped in before.Skip(fresh.Count)) await groups.DeleteAsync(settings.Id, dropped.GroupId);
    }
}
