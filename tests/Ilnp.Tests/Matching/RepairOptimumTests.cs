using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Matching.Scoring;

namespace Ilnp.Tests.Matching;

/// <summary>
/// Repairs against every way there is: lone people first, then inquiries in the order of the list, then fit, under the country cap.
/// </summary>
public sealed class RepairOptimumTests
{
    const int Cap = 34;

    [Fact]
    public void GivenSmallRepairs_WhenCapped_ThenNoOtherWayIsBetterInTheOrderOfTheAims()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var (problem, intact, available) = Case(new Random(seed));
            var result = GroupRepair.Of(problem, intact, available);
            Assert.True(result.Conflicts.Count == 0, $"seed {seed}: {string.Join(' ', result.Conflicts)}");
            var fresh = result.Groups.Where(g => !g.Kept).Select(g => (g.Members[0], g.Members[1])).ToList();
            var share = Share(intact, fresh);
            var rules = new MatchingRules(problem);
            foreach (var way in Ways(rules, available, problem.Capacity - intact.Count, []))
                if (Obeys(problem, intact, available.Lone, way, Math.Min(share, Share(intact, way))))
                    Assert.True(
                        Worth(rules, available, fresh).CompareTo(Worth(rules, available, way)) >= 0,
                        $"seed {seed}: {string.Join(' ', fresh)} against {string.Join(' ', way)}");
            Assert.True(Obeys(problem, intact, available.Lone, fresh, share), $"seed {seed}");
        }
    }

    static (MatchingProblem, IReadOnlyList<ExistingGroup>, RepairPeople) Case(Random random)
    {
        var people = People.Random(random.Next(5, 11), random.Next());
        var ids = people.Select(p => p.Id).ToList();
        var problem = new MatchingProblem { People = people, CountryCapPercent = Cap, Capacity = random.Next(2, 6) };
        var first = people[0];
        var partner = people.Skip(1).FirstOrDefault(p => p.Country != first.Country && p.Languages.Intersect(first.Languages).Any());
        List<ExistingGroup> intact = partner is null ? [] : [new([first.Id, partner.Id])];
        var rest = ids.Except(intact.SelectMany(g => g.Members)).ToList();
        var lone = random.Next(1, 4);
        var ready = random.Next(0, 3);
        return (
            problem,
            intact,
            new()
            {
                Lone = [.. rest.Take(lone)],
                Ready = [.. rest.Skip(lone).Take(ready)],
                Waiting = [.. rest.Skip(lone + ready)],
                AllowTrios = false,
            });
    }

    static int Share(IReadOnlyList<ExistingGroup> intact, List<(string, string)> way) =>
        Math.Max(1, Cap * 2 * (intact.Count + way.Count) / 100);

    static IEnumerable<List<(string, string)>> Ways(MatchingRules rules, RepairPeople available, int limit, List<(string, string)> made)
    {
        yield return [.. made];
        if (made.Count >= limit) yield break;
        var ids = available.Lone.Concat(available.Ready).Concat(available.Waiting).ToList();
        var used = made.SelectMany(p => new[] { p.Item1, p.Item2 }).ToHashSet();
        var from = made.Count == 0 ? 0 : ids.IndexOf(made[^1].Item1) + 1;
        for (var a = from; a < ids.Count; a++)
            for (var b = a + 1; b < ids.Count; b++)
            {
                if (used.Contains(ids[a]) || used.Contains(ids[b]) || !MayJoin(rules, available, ids[a], ids[b])) continue;
                foreach (var way in Ways(rules, available, limit, [.. made, (ids[a], ids[b])])) yield return way;
            }
    }

    static bool MayJoin(MatchingRules rules, RepairPeople available, string a, string b) =>
        rules.Allows(rules.NumberOf(a), rules.NumberOf(b))
            && (!available.Waiting.Contains(b) || available.Lone.Contains(a)) && !available.Waiting.Contains(a);

    /// <summary>Groups that stay and lone people have their places; the cap limits the others.</summary>
    static bool Obeys(
        MatchingProblem problem, IReadOnlyList<ExistingGroup> intact, IReadOnlyList<string> lone, List<(string, string)> way, int share)
    {
        var country = problem.People.ToDictionary(p => p.Id, p => p.Country);
        var kept = intact.SelectMany(g => g.Members).Concat(lone).CountBy(id => country[id]).ToDictionary();
        return way.SelectMany(p => new[] { p.Item1, p.Item2 }).Except(lone).CountBy(id => country[id])
            .All(c => c.Value <= Math.Max(0, share - kept.GetValueOrDefault(c.Key)));
    }

    static (int, int, long) Worth(MatchingRules rules, RepairPeople available, List<(string, string)> way)
    {
        var members = way.SelectMany(p => new[] { p.Item1, p.Item2 }).ToList();
        var asking = members.Where(available.Waiting.Contains)
            .Sum(id => available.Waiting.Count + 1 + available.Waiting.ToList().IndexOf(id));
        return (
            members.Count(available.Lone.Contains),
            -asking,
            way.Sum(p => (long)rules.Score.Of(rules.NumberOf(p.Item1), rules.NumberOf(p.Item2))));
    }

}
