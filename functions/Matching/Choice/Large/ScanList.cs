using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Choice.Large;

/// <summary>The people in the order of a walk, with all that scoring reads side by side.</summary>
sealed class ScanList
{
    readonly PairTables _tables;
    readonly int[] _people;
    readonly Entry[] _entries;
    readonly ushort[] _interests;

    /// <summary>Places in the list of people, in the order of the walk.</summary>
    public readonly int[] Order;

    /// <summary>What each asks of a partner, in the order of the walk; ascending within a list.</summary>
    public readonly long[] Demand;

    /// <summary>What the main nest of blossoms adds for each, in the order of the walk.</summary>
    public readonly long[] InNest;

    /// <summary>Where each list begins; one more for the end. Lists are numbered by group and, within it, by layer.</summary>
    public readonly int[] Start;

    /// <summary>Layers of every group.</summary>
    public readonly int Layers;

    /// <summary>The least that the main nest adds for anybody of a layer.</summary>
    public readonly long[] LeastInNest;

    readonly record struct Entry(int Place, int Language, int Background, int Habits, int InterestCount, int InterestsAt);

    public ScanList(CandidatePool pool, PairTables tables, int[] people, long[] demand, ScanOrder order)
    {
        (_tables, _people, Order, Start, Layers, LeastInNest) = (tables, people, order.Order, order.Start, order.Layers, order.LeastInNest);
        Demand = [.. Order.Select(k => demand[k])];
        InNest = [.. Order.Select(k => order.InNest[k])];
        _entries = new Entry[Order.Length];
        var interests = new List<ushort>();
        for (var at = 0; at < Order.Length; at++)
        {
            var i = people[Order[at]];
            _entries[at] = new Entry(
                tables.Place.ClassOf[i], tables.Language.ClassOf[i], tables.Background.ClassOf[i],
                tables.Habits.ClassOf[i], pool.InterestCount[i], interests.Count);
            for (var rank = 0; rank < pool.InterestCount[i]; rank++)
                interests.Add((ushort)(pool.Interests[i * CandidatePool.Ranks + rank] * CandidatePool.Ranks + rank));
        }
        _interests = [.. interests];
    }

    /// <summary>The pair's points without those of each person alone; far below zero for people who may not meet.</summary>
    /// <param name="at">The one person, as place in the walk.</param>
    /// <param name="rows">The other's rows.</param>
    public int Points(int at, PersonRows rows)
    {
        ref readonly var entry = ref _entries[at];
        var points = rows.Place.IsEmpty || rows.Language.IsEmpty
            ? _tables.Place.Points(rows.Person, _people[Order[at]]) + _tables.Language.Points(rows.Person, _people[Order[at]])
            : rows.Place[entry.Place] + rows.Language[entry.Language];
        if (points < 0) return PairTables.Never;
        points += rows.Background.IsEmpty ? _tables.Background.Points(rows.Person, _people[Order[at]]) : rows.Background[entry.Background];
        points += rows.Habits.IsEmpty ? _tables.Habits.Points(rows.Person, _people[Order[at]]) : rows.Habits[entry.Habits];
        for (var k = 0; k < entry.InterestCount; k++) points += rows.Interests[_interests[entry.InterestsAt + k]];
        return points;
    }
}

/// <summary>One person's rows of the score tables; empty where a part has too many classes for a table.</summary>
readonly ref struct PersonRows(PairTables tables, int person, ReadOnlySpan<int> interests)
{
    public readonly int Person = person;
    public readonly ReadOnlySpan<int> Place = tables.Place.HasRows ? tables.Place.Row(person) : default;
    public readonly ReadOnlySpan<int> Language = tables.Language.HasRows ? tables.Language.Row(person) : default;
    public readonly ReadOnlySpan<int> Background = tables.Background.HasRows ? tables.Background.Row(person) : default;
    public readonly ReadOnlySpan<int> Habits = tables.Habits.HasRows ? tables.Habits.Row(person) : default;
    public readonly ReadOnlySpan<int> Interests = interests;
}
