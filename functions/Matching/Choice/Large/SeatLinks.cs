using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice.Large;

/// <summary>
/// Which seats the stand-ins of countries are linked with. Every stand-in could take every seat, but a large country with many seats
/// would need millions of links: a few for each to begin with, others as the duals ask for them, until none is missing that would
/// help. The optimum is then that of all links.
/// </summary>
/// <param name="writtenOut">Up to so many links of a country all are written out.</param>
sealed class SeatLinks(int writtenOut)
{
    /// <summary>Links of each stand-in to begin with.</summary>
    const int First = 3;

    /// <summary>Links that a seat gets in a round.</summary>
    const int PerRound = 4;

    readonly Dictionary<CountryWish, List<(int Member, int Seat)>> _links = new(ReferenceEqualityComparer.Instance);

    /// <summary>The links of a country: member by place in its list, and seat.</summary>
    public IEnumerable<(int Member, int Seat)> Of(CountryWish wish)
    {
        if (!_links.TryGetValue(wish, out var links)) _links[wish] = links = [.. Initial(wish)];
        return links;
    }

    IEnumerable<(int Member, int Seat)> Initial(CountryWish wish)
    {
        var (members, seats) = (wish.Members.Count, wish.Seats);
        if (IsWhole(wish)) return Enumerable.Range(0, seats).SelectMany(s => Enumerable.Range(0, members).Select(m => (m, s)));
        // Steps of different lengths round the seats mix the stand-ins, so that no few of them depend on the same few seats.
        return Enumerable.Range(0, members).SelectMany(m =>
            Enumerable.Range(0, First).Select(k => (m, (int)((m * (2L * k + 1) + (long)k * members / First) % seats))).Distinct());
    }

    bool IsWhole(CountryWish wish) => (long)wish.Members.Count * wish.Seats <= writtenOut;

    /// <summary>
    /// Adds links that the duals (doubled) of an optimum ask for. Gives how many, and by how much their seats'
    /// duals would have to rise to do without them.
    /// </summary>
    public (int Added, long Excess) AddHelpful(IReadOnlyList<SeatedCountry> countries, DualSolution duals)
    {
        var forest = new BlossomForest(duals);
        var (added, excess) = (0, 0L);
        foreach (var country in countries.Where(c => !IsWhole(c.Wish)))
        {
            var standIns = Enumerable.Range(country.FirstStandIn, country.Wish.Members.Count).OrderBy(v => duals.Vertices[v]).ToArray();
            var taken = new int[standIns.Length];
            for (var seat = 0; seat < country.Wish.Seats; seat++)
            {
                var (vertex, found, most) = (country.FirstSeat + seat, 0, 0L);
                foreach (var standIn in standIns)
                {
                    var lacking = -((long)duals.Vertices[vertex] + duals.Vertices[standIn]);
                    if (lacking <= 0) break;
                    // Those not looked at lack no more than this one, blossoms left aside.
                    if (found == PerRound) { most = Math.Max(most, lacking); break; }
                    lacking -= forest.Common(vertex, standIn);
                    if (lacking <= 0) continue;
                    most = Math.Max(most, lacking);
                    if (++taken[standIn - country.FirstStandIn] > 2 * PerRound) continue;
                    _links[country.Wish].Add((standIn - country.FirstStandIn, seat));
                    found++;
                }
                added += found;
                excess += most;
            }
        }
        return (added, excess);
    }
}
