using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Choice.Large;

/// <summary>
/// Scores by table: people who agree in everything a part of the score looks at form a class, and each part is a table over two classes.
/// With the first person's rows at hand, a pair costs a few additions. Points of each person alone are left out.
/// </summary>
sealed class PairTables
{
    /// <summary>More classes than this would make tables larger than they save.</summary>
    const int MostClasses = 3000;

    /// <summary>Stands for "may not meet"; small enough to outweigh every other part.</summary>
    public const int Never = -(1 << 28);

    /// <summary>More than any sum of demands and points.</summary>
    public const long Infeasible = 1L << 40;

    readonly PairScore _score;
    readonly CandidatePool _pool;

    public PairTables(CandidatePool pool, PairScore score)
    {
        (_pool, _score) = (pool, score);
        Place = ClassTable.Of(pool.Count, i => (pool.Country[i], pool.Zone[i]), MostClasses, score.MostTimeZone,
            (i, j) => pool.Country[i] == pool.Country[j] ? Never : score.TimeZone(i, j));
        Language = ClassTable.Of(pool.Count, i => (pool.FirstLanguage[i], pool.Languages.KeyOf(i)), MostClasses, score.MostLanguages,
            (i, j) => pool.Languages.Common(i, j) == 0 ? Never : score.Languages(i, j));
        Background = ClassTable.Of(
            pool.Count,
            i => (pool.LibraryType[i], pool.Years[i], pool.CareerStage[i], pool.WantsUnlike[i]),
            MostClasses,
            score.MostBackground,
            (i, j) => score.LibraryType(i, j) + score.Experience(i, j) + score.CareerStage(i, j));
        Habits = ClassTable.Of(
            pool.Count,
            i => (pool.Rhythm[i], pool.Tools.KeyOf(i), pool.Offers.KeyOf(i), pool.Seeks.KeyOf(i)),
            MostClasses,
            score.MostHabits,
            (i, j) => score.Pair + score.OfferMeetsNeed(i, j) + score.Rhythm(i, j) + score.Tool(i, j));
    }

    public ClassTable Place { get; }

    public ClassTable Language { get; }

    public ClassTable Background { get; }

    public ClassTable Habits { get; }

    /// <summary>Length of a person's row over (interest, rank).</summary>
    public int InterestRow => _pool.InterestNames.Length * CandidatePool.Ranks;

    /// <summary>Fills the points that each interest at each rank of another person earns with this one.</summary>
    public void FillInterestRow(int i, Span<int> row)
    {
        row.Clear();
        for (var a = 0; a < _pool.InterestCount[i]; a++)
        {
            var at = _pool.Interests[i * CandidatePool.Ranks + a] * CandidatePool.Ranks;
            for (var b = 0; b < CandidatePool.Ranks; b++) row[at + b] = a + b == 0 ? _score.FirstInterest : _score.SharedPoints(a + b);
        }
    }
}

/// <summary>One part of the score over classes of people.</summary>
sealed class ClassTable
{
    readonly int[]? _points;
    readonly Func<int, int, int> _rule;
    readonly int _highest;

    ClassTable(int[] classOf, int classes, int[]? points, int highest, Func<int, int, int> rule) =>
        (ClassOf, Classes, _points, _highest, _rule) = (classOf, classes, points, highest, rule);

    /// <summary>Class of each person.</summary>
    public int[] ClassOf { get; }

    public int Classes { get; }

    /// <summary>Whether rows exist; otherwise <see cref="Points"/> asks the rule each time.</summary>
    public bool HasRows => _points is not null;

    public static ClassTable Of<TKey>(
        int count, Func<int, TKey> key, int mostClasses, int highest, Func<int, int, int> rule) where TKey : notnull
    {
        var number = new Dictionary<TKey, int>();
        var first = new List<int>();
        var classOf = new int[count];
        for (var i = 0; i < count; i++)
        {
            var k = key(i);
            if (!number.TryGetValue(k, out classOf[i]))
            {
                number[k] = classOf[i] = first.Count;
                first.Add(i);
            }
        }
        if (first.Count > mostClasses) return new ClassTable(classOf, first.Count, null, highest, rule);
        var points = new int[first.Count * first.Count];
        for (var a = 0; a < first.Count; a++)
            for (var b = 0; b < first.Count; b++) points[a * first.Count + b] = rule(first[a], first[b]);
        return new ClassTable(classOf, first.Count, points, highest, rule);
    }

    /// <summary>The person's points with every class.</summary>
    public ReadOnlySpan<int> Row(int i) => _points.AsSpan(ClassOf[i] * Classes, Classes);

    public int Points(int i, int j) => _points is null ? _rule(i, j) : _points[ClassOf[i] * Classes + ClassOf[j]];

    /// <summary>Points that the person cannot exceed in this part: the most of their row, or of anybody where there are no rows.</summary>
    public int Most(int i)
    {
        if (_points is null) return _highest;
        var most = int.MinValue;
        foreach (var points in Row(i)) most = Math.Max(most, points);
        return most;
    }
}
