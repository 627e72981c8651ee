using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Repairing;

/// <summary>
/// The new pairs of a repair, in two exact choices. The first settles whom of the waiting list to ask: as many lone people as possible are
/// placed, for that as few as possible are asked, and those in the order of the list. The second, with them at hand, places as many lone
/// people again and among all such ways takes the one whose pairs fit best; equal ones are told apart by the countries they add. The
/// country cap holds in both for whoever is taken in; groups that stay and lone people count for it and keep their places.
/// </summary>
sealed class RepairChoice(
    MatchingRules rules, IReadOnlySet<int> lone, IReadOnlyList<int> ready,
    IReadOnlyList<int> waiting, IReadOnlyDictionary<int, int> keptByCountry, int limit)
{
    readonly int[] _rank = Ranks(rules, waiting);

    /// <summary>
    /// Lone people, whoever comes first in front, when pairs are made for them alone and in that order; null when all of them count alike.
    /// </summary>
    public IReadOnlyList<int>? Turns { get; init; }

    static int[] Ranks(MatchingRules rules, IReadOnlyList<int> waiting)
    {
        var rank = new int[rules.Pool.Count];
        Array.Fill(rank, -1);
        for (var k = 0; k < waiting.Count; k++) rank[waiting[k]] = k;
        return rank;
    }

    /// <summary>The choice, with the people it was made among: its indices are places in that list.</summary>
    public (IReadOnlyList<int> People, ChosenPairs Chosen) Choose(CancellationToken cancellation)
    {
        var asked = waiting.Count == 0 ? [] : WhomToAsk(cancellation);
        var people = Sorted([.. lone, .. ready, .. asked]);
        var edges = Edges(people, rules.Score.Of);
        var placing = new PlacingWorth(lone, Turns, FitOfAll(people, edges));
        var weighed = edges.Select(e => e with { Weight = placing.Of(people[e.U]) + placing.Of(people[e.V]) + e.Weight }).ToList();
        return (people, PairChooser.Choose(Request(people, weighed, CountrySpread.Ties), cancellation));
    }

    List<int> WhomToAsk(CancellationToken cancellation)
    {
        var people = Sorted([.. lone, .. ready, .. waiting]);
        var edges = Edges(people, PointsOfAsking);
        var chosen = PairChooser.Choose(Request(people, edges, CountrySpread.Off), cancellation);
        return [.. chosen.Pairs.SelectMany(p => new[] { people[p.First], people[p.Second] }).Where(i => _rank[i] >= 0)];
    }

    static List<int> Sorted(IEnumerable<int> people) => [.. people.Order()];

    ChoiceRequest Request(IReadOnlyList<int> people, IReadOnlyList<WeightedEdge> edges, CountrySpread spread) => new()
    {
        People = people.Count,
        Edges = edges,
        Limit = limit,
        Country = [.. people.Select(i => rules.Pool.Country[i])],
        Spread = spread,
        CapPercent = rules.Problem.CountryCapPercent,
        AlreadyChosen = keptByCountry,
        KeepPlace = Enumerable.Range(0, people.Count).Where(k => lone.Contains(people[k])).ToHashSet(),
    };

    /// <summary>
    /// Those who wait are asked only for someone who is alone: two of them do not make a new pair here, nor
    /// do they free one who said yes for another.
    /// </summary>
    List<WeightedEdge> Edges(List<int> people, Func<int, int, int> points)
    {
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < people.Count; a++)
        {
            if (_rank[people[a]] >= 0) continue;
            for (var b = 0; b < people.Count; b++)
            {
                var (i, j) = (people[a], people[b]);
                if ((b < a && _rank[j] < 0) || a == b || (OnlyForLone(j) && !lone.Contains(i) && !lone.Contains(j)) || !rules.Allows(i, j))
                    continue;
                edges.Add(new WeightedEdge(Math.Min(a, b), Math.Max(a, b), points(i, j)));
            }
        }
        return edges;
    }

    int Lone(int i, int j) => (lone.Contains(i) ? 1 : 0) + (lone.Contains(j) ? 1 : 0);

    /// <summary>Whether somebody is there for those alone only.</summary>
    bool OnlyForLone(int person) => _rank[person] >= 0 || Turns is not null;

    /// <summary>The points of the heaviest pair, and of as many such pairs as there can be.</summary>
    (long Most, long Together) FitOfAll(List<int> people, List<WeightedEdge> edges) =>
        edges.Count == 0 ? (0, 0) : edges.Max(e => (long)e.Weight) is var most ? (most, Math.Min(limit, people.Count / 2) * most) : default;

    /// <summary>
    /// A place on the list against the single point of a pair as such: free places count as taken, so that the
    /// country cap sees how many will take part.
    /// </summary>
    const int Step = 4;

    int Inquiries => Math.Min(limit, lone.Count);

    /// <summary>
    /// Places further down the list than this count alike: so far do the solver's integers reach. For
    /// 500 lone people that is beyond the 6,000th.
    /// </summary>
    int RanksTold => Math.Max(1, Math.Min(waiting.Count, WeightedGraph.MaxWeight / (5 * Step * Math.Max(1, Inquiries))));

    /// <summary>Asking somebody costs more than any two places on the list differ by.</summary>
    int PointsOfAsking(int i, int j)
    {
        var rank = Math.Max(_rank[i], _rank[j]);
        var inquiry = rank < 0 ? 0 : Step * (RanksTold + 1 + Math.Min(rank, RanksTold));
        return Lone(i, j) * PlacingOverAsking - inquiry + 1;
    }

    /// <summary>More than all inquiries together can cost.</summary>
    int PlacingOverAsking => Step * (2 * RanksTold + 1) * Inquiries + 1;
}
