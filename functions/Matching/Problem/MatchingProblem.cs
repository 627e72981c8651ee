namespace Ilnp.Matching.Problem;

/// <summary>Two people, in either order.</summary>
public sealed record PersonPair(string First, string Second)
{
    public bool Is(string a, string b) => (First == a && Second == b) || (First == b && Second == a);
}

/// <summary>How far the choice goes to represent many countries.</summary>
/// <param name="Mode">Off, as many as possible, or as many as cost at most a share of the score.</param>
/// <param name="CostPercent">The share for <see cref="CountrySpreadMode.Percent"/>, 0 to 100.</param>
public sealed record CountrySpread(CountrySpreadMode Mode, double CostPercent = 0)
{
    public static readonly CountrySpread Off = new(CountrySpreadMode.Off);
    public static readonly CountrySpread Max = new(CountrySpreadMode.Max);

    /// <summary>Among choices of equal score the one with most countries; no curve.</summary>
    public static readonly CountrySpread Ties = new(CountrySpreadMode.Ties);

    /// <summary>As many countries as cost at most 3 % of the best score.</summary>
    public static readonly CountrySpread Default = new(CountrySpreadMode.Percent, 3);

    /// <summary>Reads <c>off</c>, <c>max</c> or a percentage; null when it is none of them.</summary>
    public static CountrySpread? Parse(string text) => text.Trim().ToLowerInvariant() switch
    {
        "off" => Off,
        "max" => Max,
        var share => double.TryParse(
            share.TrimEnd('%'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100 ? new CountrySpread(CountrySpreadMode.Percent, percent) : null,
    };
}

public enum CountrySpreadMode { Off, Percent, Max, Ties }

/// <summary>Who is to be matched, and under which rules.</summary>
public sealed record MatchingProblem
{
    public required IReadOnlyList<Candidate> People { get; init; }

    /// <summary>Pairs to make at most. A trio takes a pair's place.</summary>
    public int Capacity { get; init; } = int.MaxValue;

    /// <summary>Largest share of the chosen that one country may have, in percent; null for none.</summary>
    public int? CountryCapPercent { get; init; }

    public CountrySpread Spread { get; init; } = CountrySpread.Default;

    public MatchingWeights Weights { get; init; } = new();

    /// <summary>First and last day of the cohort, for time zones and daylight saving.</summary>
    public DateOnly Starts { get; init; } = new(2020, 5, 1);

    public DateOnly Ends { get; init; } = new(2020, 8, 31);

    /// <summary>Partners of earlier cohorts: never again.</summary>
    public IReadOnlyList<PersonPair> Past { get; init; } = [];

    /// <summary>Pairs that must not be, for whatever reason.</summary>
    public IReadOnlyList<PersonPair> Blocked { get; init; } = [];

    /// <summary>Pairs that must be: locked or made by hand.</summary>
    public IReadOnlyList<PersonPair> Locked { get; init; } = [];

    /// <summary>People who must be placed if any rule-abiding group can be found for them.</summary>
    public IReadOnlyList<string> MustPlace { get; init; } = [];

    /// <summary>
    /// Kinds of people of whom at least so many are to be chosen. Those of a country go with everything;
    /// others need spread off and no country cap.
    /// </summary>
    public IReadOnlyList<Minimum> AtLeast { get; init; } = [];

    /// <summary>With the people by first application, then id, so that the same people in any order give the same groups.</summary>
    internal MatchingProblem InFixedOrder() =>
        this with { People = [.. People.OrderBy(p => p.AppliedAt).ThenBy(p => p.Id, StringComparer.Ordinal)] };
}
