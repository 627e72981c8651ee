using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Repairing;
using Ilnp.Matching.Scoring;

namespace Ilnp.Tests.Matching;

/// <summary>Everybody who seeks is placed at once.</summary>
public sealed class SeekerMatchingTests
{
    static MatchingProblem Problem(params Candidate[] people) => new() { People = people };

    static SeekersNow Now(string inTurn, string standby = "", int room = 9, string waiting = "") => new()
    {
        InTurn = Ids(inTurn),
        Standby = Ids(standby),
        Room = room,
        Waiting = Ids(waiting),
    };

    static string[] Ids(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static string Told(IEnumerable<ProposedGroup> groups) =>
        string.Join(", ", groups.Select(group => string.Concat(group.Members.Order(StringComparer.Ordinal))).Order());

    /// <summary>Seekers a and b; c speaks both languages, d and the others one.</summary>
    [Theory]
    [InlineData("a b", "c", 9, "ac", "b")] // whoever comes first
    [InlineData("b a", "c", 9, "bc", "a")]
    [InlineData("a b", "c d", 9, "ad, bc", "")] // the best alone would leave b: together both are placed
    [InlineData("a", "d", 9, "ad", "")]
    [InlineData("a", "d f", 9, "af", "")] // f and d are not paired: nobody seeks there
    [InlineData("a b", "c d", 1, "ac", "b")] // the liaisons have room for one
    [InlineData("a b", "c d", 0, "", "a b")]
    [InlineData("a e", "", 9, "ae", "")] // two who seek find each other
    [InlineData("a e f", "", 9, "aef", "")] // the odd one joins the pair that is being made
    [InlineData("g", "c d f", 9, "", "g")] // nobody shares a language
    public void GivenPeopleWhoSeek_WhenMatched_ThenAsManyAsCanBeArePlacedInTheirTurn(
        string inTurn, string standby, int room, string groups, string left)
    {
        var problem = Problem(
            People.Of("a", "GH", "en"), People.Of("b", "BR", "fr"), People.Of("c", "JP", "en fr"), People.Of("d", "IN", "en", "metadata"),
            People.Of("e", "PE", "en"), People.Of("f", "US", "en"), People.Of("g", "FR", "ko"));

        var placed = SeekerMatching.Of(problem, [], Now(inTurn, standby, room));

        Assert.Equal(groups, Told(placed.Groups));
        Assert.Equal(left, string.Join(' ', placed.Left.Select(one => one.PersonId)));
    }

    [Fact]
    public void GivenFormerPartners_WhenBothSeek_ThenEachGetsSomebodyElse()
    {
        var problem = Problem(People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "JP"), People.Of("d", "IN")) with
        {
            Past = [new("a", "b")],
        };

        var placed = SeekerMatching.Of(problem, [], Now("a b", "c d"));

        Assert.Equal(2, placed.Groups.Count);
        Assert.DoesNotContain("ab", Told(placed.Groups), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenOneStandbyForTwoFormerPartners_WhenMatched_ThenTheyAreNoTrioAndAPairIsToBeAsked()
    {
        var problem = Problem(
            People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "JP"), People.Of("x", "IN"), People.Of("y", "US")) with
        {
            Past = [new("a", "b")],
        };
        ExistingGroup pair = new(["x", "y"]);

        var placed = SeekerMatching.Of(problem, [pair], Now("a b", "c") with { MayBeAsked = [pair] });

        Assert.Equal("ac", Told(placed.Groups));
        var left = Assert.Single(placed.Left);
        Assert.Equal(("b", pair), (left.PersonId, left.Pair));
    }

    [Fact]
    public void GivenSeveralWhoAreLeft_WhenTheWaitingListIsAsked_ThenEachHasTwoAndNobodyIsAskedForTwoPlaces()
    {
        var people = "abcdefgh".Select((id, at) => People.Of($"{id}", new[] { "GH", "BR", "JP", "IN", "US", "FR", "KE", "PE" }[at]))
            .ToArray();

        var placed = SeekerMatching.Of(Problem(people) with { Past = [new("a", "b")] }, [], Now("a b", waiting: "c d e f g h"));

        Assert.Equal(["a", "b"], placed.Left.Select(left => left.PersonId));
        Assert.All(placed.Left, left => Assert.Equal(2, left.Asking.Count));
        Assert.Equal(["c", "d", "e", "f"], placed.Left.SelectMany(left => left.Asking).Order());
    }

    /// <summary>Against every way there is, and against the one seeker after the other that came before.</summary>
    [Fact]
    public void GivenSmallCases_WhenMatched_ThenNoOtherWayIsBetterAndSoundGroupsStay()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var (problem, running, now) = Case(new Random(seed));
            var rules = new MatchingRules(problem.InFixedOrder());
            var placed = SeekerMatching.Of(problem, running, now);
            var told = $"seed {seed}: {Told(placed.Groups)}";

            var members = placed.Groups.SelectMany(group => group.Members).Concat(placed.Left.Select(left => left.PersonId)).ToList();
            Assert.True(members.Count == members.Distinct().Count(), told);
            Assert.True(now.InTurn.All(members.Contains) && !members.Intersect(running.SelectMany(group => group.Members)).Any(), told);
            Assert.True(placed.Groups.All(group => group.Members.All(one =>
                group.Members.All(other => one == other || rules.Allows(rules.NumberOf(one), rules.NumberOf(other))))), told);
            Assert.True(placed.Groups.Count <= now.Room, told);
            var pairs = placed.Left.Select(left => left.Pair).OfType<ExistingGroup>().ToList();
            Assert.True(pairs.All(now.MayBeAsked.Contains) && pairs.Count == pairs.Distinct().Count(), told);

            if (placed.Groups.Any(group => group.Members.Count == 3)) continue; // who of the three were the pair is not told
            var worth = Worth(rules, now, [.. placed.Groups.Select(group => (group.Members[0], group.Members[1]))]);
            foreach (var way in Ways(rules, now, []))
                Assert.True(Compare(worth, Worth(rules, now, way)) >= 0, $"{told} against {string.Join(' ', way)}");
            Assert.True(Compare(worth, Worth(rules, now, Greedy(rules, now))) >= 0, told);
        }
    }

    static (MatchingProblem, IReadOnlyList<ExistingGroup>, SeekersNow) Case(Random random)
    {
        var people = People.Random(random.Next(5, 11), random.Next());
        var problem = new MatchingProblem { People = people, Past = [new(people[^1].Id, people[^2].Id)] };
        var rules = new MatchingRules(problem.InFixedOrder());
        var partner = people.Skip(1).FirstOrDefault(other => rules.Allows(rules.NumberOf(people[0].Id), rules.NumberOf(other.Id)));
        List<ExistingGroup> running = partner is null ? [] : [new([people[0].Id, partner.Id])];
        var rest = people.Select(person => person.Id).Except(running.SelectMany(group => group.Members)).Reverse().ToList();
        var seekers = random.Next(1, 5);
        return (
            problem,
            running,
            new() { InTurn = [.. rest.Take(seekers)], Standby = [.. rest.Skip(seekers)], Room = random.Next(1, 5), MayBeAsked = running });
    }

    /// <summary>How many are placed, who they are in their turn, how well the pairs fit.</summary>
    static (int Placed, string Turns, int Fit) Worth(MatchingRules rules, SeekersNow now, IReadOnlyList<(string First, string Second)> way)
    {
        var placed = way.SelectMany(pair => new[] { pair.First, pair.Second }).ToHashSet();
        return (now.InTurn.Count(placed.Contains), string.Concat(now.InTurn.Select(seeker => placed.Contains(seeker) ? '1' : '0')),
            way.Sum(pair => rules.Score.Of(rules.NumberOf(pair.First), rules.NumberOf(pair.Second))));
    }

    /// <summary>As many as possible, then whoever comes first, then fit.</summary>
    static int Compare((int Placed, string Turns, int Fit) one, (int Placed, string Turns, int Fit) other) =>
        one.Placed != other.Placed ? one.Placed.CompareTo(other.Placed)
        : string.CompareOrdinal(one.Turns, other.Turns) is var turns and not 0 ? turns
        : one.Fit.CompareTo(other.Fit);

    static IEnumerable<List<(string, string)>> Ways(MatchingRules rules, SeekersNow now, List<(string, string)> made)
    {
        yield return [.. made];
        if (made.Count >= now.Room) yield break;
        var used = made.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToHashSet();
        var from = made.Count == 0 ? 0 : now.InTurn.ToList().IndexOf(made[^1].Item1) + 1;
        foreach (var seeker in now.InTurn.Skip(from).Where(seeker => !used.Contains(seeker)))
            foreach (var other in now.InTurn.Skip(from).Concat(now.Standby).Where(other => other != seeker && !used.Contains(other)))
                if (rules.Allows(rules.NumberOf(seeker), rules.NumberOf(other)))
                    foreach (var way in Ways(rules, now, [.. made, (seeker, other)])) yield return way;
    }

    /// <summary>As it was before: the best of those who said yes, one seeker after the other.</summary>
    static List<(string, string)> Greedy(MatchingRules rules, SeekersNow now)
    {
        var free = now.Standby.ToList();
        var made = new List<(string, string)>();
        foreach (var seeker in now.InTurn.Take(now.Room))
        {
            var fits = free.Where(other => rules.Allows(rules.NumberOf(seeker), rules.NumberOf(other))).ToList();
            if (fits.Count == 0) continue;
            var best = fits.MaxBy(other => rules.Score.Of(rules.NumberOf(seeker), rules.NumberOf(other)))!;
            made.Add((seeker, best));
            free.Remove(best);
        }

        return made;
    }
}
