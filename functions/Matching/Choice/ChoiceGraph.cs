using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// Country wishes as part of the matching itself. Each person of such a country gets a stand-in: someone who is not chosen is matched
/// with it (at no cost), so it is free exactly when the person is chosen. The country's bonus vertex may take one free stand-in and
/// earns the bonus for it. Where places are limited, every free stand-in must be taken by one of as many seats. Where at least so
/// many are wanted, as many seats are worth a lot when taken. What is found is therefore the exact optimum over people, wishes
/// included, with a proof of the usual kind.
/// </summary>
/// <remarks>
/// With price p of a pair and bonus b: people have floor p; people with a stand-in must be matched, the stand-in has floor -p, its
/// bonus vertex p - 2b, a seat p. Stand-ins with limited seats must be matched as well. Price and bonus live in the floors alone:
/// the graph stays the same along the curve.
/// </remarks>
sealed class ChoiceGraph
{
    readonly int[] _role;
    readonly IReadOnlyDictionary<int, int> _country;

    const int Person = 0, PersonWithStandIn = 1, StandIn = 2, Bonus = 3, Seat = 4, SeatedStandIn = 5, WantedSeat = 6, WantedBonus = 7;

    ChoiceGraph(WeightedGraph graph, int people, int[] role, Dictionary<int, int> country) =>
        (Graph, People, _role, _country) = (graph, people, role, country);

    public WeightedGraph Graph { get; }

    /// <summary>The countries with stand-ins and seats.</summary>
    public required IReadOnlyList<SeatedCountry> Seated { get; init; }

    /// <summary>The first vertices are people; all others are auxiliary.</summary>
    public int People { get; }

    /// <summary>Builds the graph.</summary>
    /// <param name="people">Number of people.</param>
    /// <param name="edges">Feasible pairs.</param>
    /// <param name="wishes">Country wishes; nobody may be in two.</param>
    /// <param name="links">Which stand-ins can take which seats.</param>
    /// <param name="lossWhenAlone">Points lost when a person is not chosen, for those who must be placed; empty for none.</param>
    public static ChoiceGraph Of(
        int people, ReadOnlySpan<WeightedEdge> edges, IReadOnlyList<CountryWish> wishes, SeatLinks links, ReadOnlySpan<int> lossWhenAlone)
    {
        var role = new List<int>(Enumerable.Repeat(Person, people));
        var all = new List<WeightedEdge>(edges.Length);
        all.AddRange(edges);
        var country = new Dictionary<int, int>();
        var seated = new List<SeatedCountry>();
        foreach (var wish in wishes) AddCountry(wish, links, role, all, country, seated, lossWhenAlone);
        return new ChoiceGraph(
            WeightedGraph.Of(role.Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)), people, [.. role], country)
        {
            Seated = seated,
        };
    }

    static void AddCountry(
        CountryWish wish, SeatLinks links, List<int> role, List<WeightedEdge> edges,
        Dictionary<int, int> country, List<SeatedCountry> seated, ReadOnlySpan<int> loss)
    {
        var limited = wish.IsLimited;
        if (!limited && !wish.EarnsBonus && wish.AtLeast == 0) return;
        var first = role.Count;
        foreach (var person in wish.Members)
        {
            role[person] = PersonWithStandIn;
            edges.Add(new WeightedEdge(person, role.Count, loss.IsEmpty ? 0 : -loss[person]));
            role.Add(limited ? SeatedStandIn : StandIn);
        }
        var (seat, seats) = (role.Count, wish.Seats);
        if (wish.EarnsBonus && seats > 0) country[seat] = wish.Members[0];
        for (var k = 0; k < seats; k++) role.Add(RoleOfSeat(wish, k));
        seated.Add(new SeatedCountry(wish, first, seat));
        edges.AddRange(links.Of(wish).Select(link => new WeightedEdge(first + link.Member, seat + link.Seat, 0)));
    }

    /// <summary>The first seats are those that should not stay empty, and the very first brings the country.</summary>
    static int RoleOfSeat(CountryWish wish, int seat) => (seat == 0 && wish.EarnsBonus, seat < wish.AtLeast) switch
    {
        (true, true) => WantedBonus,
        (true, false) => Bonus,
        (false, true) => WantedSeat,
        _ => Seat,
    };

    /// <summary>
    /// Whether everybody with a stand-in has a partner or it, and every limited stand-in its person or a seat, as all can have.
    /// </summary>
    public bool IsWhole(int[] mates)
    {
        for (var v = 0; v < mates.Length; v++)
            if (mates[v] < 0 && (_role[v] is PersonWithStandIn or SeatedStandIn)) return false;
        return true;
    }

    /// <summary>The floors at a price per pair and a bonus per country.</summary>
    /// <param name="price">Price of a pair, in the weights' unit.</param>
    /// <param name="bonus">Bonus of a country, in the weights' unit.</param>
    /// <param name="lossWhenAlone">As given to <see cref="Of"/>.</param>
    /// <param name="branch">Countries, by the first of their people, that must be represented (true) or earn no bonus (false).</param>
    /// <param name="lossWhenShort">What each person missing to a minimum costs, in the weights' unit.</param>
    public int[] Floors(int price, int bonus, ReadOnlySpan<int> lossWhenAlone, IReadOnlyDictionary<int, bool> branch, int lossWhenShort)
    {
        var floor = new int[_role.Length];
        for (var v = 0; v < floor.Length; v++)
            floor[v] = _role[v] switch
            {
                Person => lossWhenAlone.IsEmpty ? price : price - 2 * lossWhenAlone[v],
                StandIn => -price,
                Bonus => FloorOfBonus(v, price, bonus, branch, 0),
                WantedBonus => FloorOfBonus(v, price, bonus, branch, lossWhenShort),
                Seat => price,
                WantedSeat => price - 2 * lossWhenShort,
                _ => BlossomMatching.MustBeMatched,
            };
        return floor;
    }

    int FloorOfBonus(int v, int price, int bonus, IReadOnlyDictionary<int, bool> branch, int wanted) =>
        !branch.TryGetValue(_country[v], out var must) ? price - 2 * (bonus + wanted)
            : must ? BlossomMatching.MustBeMatched
            : price - 2 * wanted;

    /// <summary>
    /// What each person's partner has to make up for, at least, in any choice (doubled, scaled): the person's dual, and what the stand-in
    /// then loses, which is free or takes a seat.
    /// </summary>
    /// <param name="duals">Duals of this graph.</param>
    /// <param name="price">The price of a pair that they are for.</param>
    public int[] Demands(DualSolution duals, int price)
    {
        var demands = duals.Vertices[..People];
        foreach (var (wish, standIn, seat) in Seated)
        {
            if (wish.IsLimited) continue;
            var free = Math.Min(price, duals.Vertices[seat..(seat + wish.Seats)].Min());
            for (var k = 0; k < wish.Members.Count; k++) demands[wish.Members[k]] += Math.Max(0, duals.Vertices[standIn + k] + free);
        }
        return demands;
    }
}
