using CsCheck;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>What must hold for any proposal. CsCheck prints the seed of a case that fails.</summary>
public sealed class ProposalPropertyTests
{
    static readonly Gen<MatchingProblem> Problems = Gen.Int[0, 1_000_000].Select(Problem);

    [Fact]
    public void GivenAnyPeople_WhenListedInAnotherOrder_ThenTheGroupsAreTheSame() => Gen.Select(Problems, Gen.Int[0, 1_000_000]).Sample(
        (problem, seed) =>
        {
            var people = problem.People.ToArray();
            new Random(seed).Shuffle(people);
            Assert.Equal(Told(Matchmaker.Propose(problem)), Told(Matchmaker.Propose(problem with { People = people })));
        },
        iter: 40);

    [Fact]
    public void GivenAnyPeopleAlike_WhenListedInAnotherOrder_ThenTheGroupsAreTheSame() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[1, 20], Gen.Int[0, 1_000_000]).Sample(
            (count, capacity, seed) =>
            {
                Candidate[] people = [.. Enumerable.Range(0, count).Select(k => People.Of($"p{k:D3}", k % 3 == 0 ? "GH" : "BR"))];
                var listed = Told(Matchmaker.Propose(new MatchingProblem { People = people, Capacity = capacity }));
                new Random(seed).Shuffle(people);
                Assert.Equal(listed, Told(Matchmaker.Propose(new MatchingProblem { People = people, Capacity = capacity })));
            },
            iter: 40);

    [Fact]
    public void GivenAnyLocksAndBans_WhenProposed_ThenLockedPairsAreMadeBannedAreNotAndTheScoreIsNotHigher() =>
        Gen.Select(Problems, Gen.Int[0, 1_000_000]).Sample(
            (problem, seed) =>
            {
                var (locks, bans) = LocksAndBans(problem, new Random(seed));
                var proposal = Matchmaker.Propose(problem with { Locked = locks, Blocked = bans });
                Assert.Empty(proposal.Conflicts);
                foreach (var pair in locks)
                    Assert.Contains(proposal.Groups, g => g.Locked && g.Members.Contains(pair.First) && g.Members.Contains(pair.Second));
                foreach (var pair in bans)
                    Assert.DoesNotContain(proposal.Groups, g => g.Members.Contains(pair.First) && g.Members.Contains(pair.Second));
                Assert.True(proposal.Groups.Count <= problem.Capacity);
                Assert.Equal(
                    problem.People.Select(p => p.Id).Order(),
                    proposal.Groups.SelectMany(g => g.Members).Concat(proposal.Unmatched.Select(u => u.Id)).Order());
                var free = Matchmaker.Propose(problem with { Spread = CountrySpread.Off });
                Assert.True(
                    Matchmaker.Propose(problem with { Spread = CountrySpread.Off, Locked = locks, Blocked = bans }).Score <= free.Score);
            },
            iter: 40);

    [Fact]
    public void GivenAnyProblem_WhenOnePersonMoreApplies_ThenTheScoreIsNotLower() => Problems.Sample(
        problem =>
        {
            // The first and the last to apply set the scale of earliness, so that one in the middle goes.
            var ordered = problem.People.OrderBy(p => p.AppliedAt).ThenBy(p => p.Id, StringComparer.Ordinal).ToList();
            ordered.RemoveAt(ordered.Count / 2);
            var off = problem with { Spread = CountrySpread.Off };
            Assert.True(Matchmaker.Propose(off with { People = ordered }).Score <= Matchmaker.Propose(off).Score);
        },
        iter: 40);

    static MatchingProblem Problem(int seed) => new()
    {
        People = People.Random(10 + seed % 50, seed),
        Capacity = 4 + seed % 17,
        Spread = (seed % 3) switch { 0 => CountrySpread.Off, 1 => CountrySpread.Max, _ => CountrySpread.Default },
    };

    static (List<PersonPair> Locks, List<PersonPair> Bans) LocksAndBans(MatchingProblem problem, Random random)
    {
        var allowed = problem.People.SelectMany(a =>
            problem.People.Where(b =>
                string.CompareOrdinal(a.Id, b.Id) < 0 && a.Country != b.Country && a.Languages.Intersect(b.Languages).Any())
                .Select(b => new PersonPair(a.Id, b.Id))).ToArray();
        random.Shuffle(allowed);
        var locks = new List<PersonPair>();
        foreach (var pair in allowed)
            if (locks.Count < 3 && !locks.Exists(l => new[] { l.First, l.Second }.Intersect([pair.First, pair.Second]).Any()))
                locks.Add(pair);
        return (locks, [.. allowed.Except(locks).Take(allowed.Length / 3)]);
    }

    static IEnumerable<string> Told(MatchingProposal proposal) =>
        proposal.Groups.Select(g => string.Join(',', g.Members)).Append(string.Join(',', proposal.Unmatched.Select(u => u.Id)));
}
