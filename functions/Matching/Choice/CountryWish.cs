
namespace Ilnp.Matching.Choice;

/// <summary>How many people of a country may still be chosen, and whether being represented at all earns the bonus.</summary>
/// <param name="Members">Vertices of the country's people.</param>
/// <param name="Places">People who may be chosen; null for no limit.</param>
/// <param name="EarnsBonus">Whether the first of them brings a country that is not represented yet.</param>
/// <param name="AtLeast">People who are to be chosen; each who is missing costs.</param>
public sealed record CountryWish(IReadOnlyList<int> Members, int? Places, bool EarnsBonus, int AtLeast = 0)
{
    public bool IsLimited => Places is { } places && places < Members.Count;

    /// <summary>Number of seats: the limit; without one those that are worth something when taken.</summary>
    public int Seats => IsLimited ? Places!.Value : Math.Max(1, AtLeast);
}

/// <summary>Where the stand-ins and the seats of a country stand in the graph.</summary>
readonly record struct SeatedCountry(CountryWish Wish, int FirstStandIn, int FirstSeat);
