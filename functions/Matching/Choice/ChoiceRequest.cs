using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>A choice of pairs as numbers only: what is left of a problem once rules and scores have made edges of it.</summary>
public sealed record ChoiceRequest
{
    /// <summary>Number of people; edges use their indices.</summary>
    public required int People { get; init; }

    public required IReadOnlyList<WeightedEdge> Edges { get; init; }

    /// <summary>Where further feasible pairs come from when <see cref="Edges"/> are only the likeliest; null when they are all.</summary>
    internal PairScan? Scan { get; init; }

    /// <summary>Up to so many possible seats of a country's people all are written out, beyond only those that the duals ask for.</summary>
    internal int LinksWrittenOut { get; init; } = 20_000;

    /// <summary>Pairs at most.</summary>
    public required int Limit { get; init; }

    /// <summary>Country number of each person, from 0.</summary>
    public required IReadOnlyList<int> Country { get; init; }

    public CountrySpread Spread { get; init; } = CountrySpread.Off;

    /// <summary>Share of the chosen that one country may have at most; null for none.</summary>
    public int? CapPercent { get; init; }

    /// <summary>People already chosen outside this choice (locked, kept), by country: they count for cap and spread.</summary>
    public IReadOnlyDictionary<int, int> AlreadyChosen { get; init; } = new Dictionary<int, int>();

    /// <summary>
    /// People who have a place in the programme already: they count for their country's share, but are not kept out by it.
    /// </summary>
    public IReadOnlySet<int> KeepPlace { get; init; } = new HashSet<int>();

    /// <summary>
    /// Sets of people of whom at least so many are to be chosen; nobody may be in two, nor in one that is
    /// no country when cap or spread are wanted.
    /// </summary>
    public IReadOnlyList<LeastChosen> AtLeast { get; init; } = [];

    /// <summary>Points lost for each person who is missing there.</summary>
    public int LossWhenShort { get; init; }

    /// <summary>People of a country who have a place already.</summary>
    internal int PlacesKept(int country) => AlreadyChosen.GetValueOrDefault(country) + KeepPlace.Count(v => Country[v] == country);

    /// <summary>Points lost when a person is left alone; empty when nobody has to be placed.</summary>
    public IReadOnlyList<int> LossWhenAlone { get; init; } = [];
}

/// <summary>At least so many of these people are to be chosen.</summary>
/// <param name="Members">Their indices.</param>
/// <param name="People">How many.</param>
/// <param name="Country">The country whose people they are, null for another set.</param>
public sealed record LeastChosen(IReadOnlyList<int> Members, int People, int? Country);

/// <summary>Pairs chosen, with proof.</summary>
/// <param name="Pairs">Indices of the two people, smaller first, in ascending order.</param>
/// <param name="Score">Sum of the pairs' weights.</param>
/// <param name="UpperBound">No choice under the same limits, with as many countries, weighs more.</param>
/// <param name="Countries">Different countries among those chosen, those chosen before included.</param>
/// <param name="Hull">Score against countries; empty when spread was off.</param>
/// <param name="Price">What one more place would be worth; 0 where places are not scarce.</param>
/// <param name="Duals">Each person's dual, doubled and times <see cref="Unit"/>, for reasons.</param>
public sealed record ChosenPairs(
    IReadOnlyList<(int First, int Second)> Pairs, long Score, long UpperBound,
    int Countries, IReadOnlyList<SpreadPoint> Hull, int Price, int[] Duals)
{
    /// <summary>What the duals are multiplied by.</summary>
    public int Unit { get; init; } = 1;

    /// <summary>The dual of a person who is left alone: the price of a pair, times <see cref="Unit"/>.</summary>
    public int ScaledPrice { get; init; }

    /// <summary>
    /// By how much the duals' bound exceeds the choice, times <see cref="Unit"/>: what they say about other choices is less by it.
    /// </summary>
    internal long Excess { get; init; }

    /// <summary>
    /// The blossoms of the optimum: what a pair of people in one of them has to make up for beyond
    /// their duals. Null where nothing was chosen.
    /// </summary>
    internal BlossomForest? Blossoms { get; init; }

    /// <summary>Edges of the graph that was solved in the end.</summary>
    public IReadOnlyList<WeightedEdge> Edges { get; init; } = [];

    /// <summary>Solves it took, those of added edges included.</summary>
    public int Rounds { get; init; }

    /// <summary>Countries whose limit had to be enforced, with the people allowed.</summary>
    public IReadOnlyDictionary<int, int> CapsInForce { get; init; } = new Dictionary<int, int>();
}
