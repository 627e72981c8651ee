using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Choice;

/// <summary>The people in the order of a walk, with all that scoring reads side by side.</summary>
sealed class ScanList
{
    readonly PairTables _tables;
    readonly int[] _people;
    readonly Entry[] _entries;
    readonly ushort[] _interests;

    /// <summary>Places in the list of people, in the order of the walk.</summary>
    public readonly int[] Order;

    /// <summary>What each asks of a partner, in the order of the walk; ascending within a group.</summary>
    public readonly long[] Demand;

    /// <summary>Where each group begins; one more for the end.</summary>
    public readonly int[] Start;

    readonly record struct Entry(int Place, int Language, int Background, int Habits, int InterestCount, int InterestsAt);

    public ScanList(CandidatePool pool, PairTables tables, int[] people, int[] order, long[] demand, int[] groupOf, int groups)
    {
        (_tables, _people, Order) = (tables, people, order);
        Demand = [.. order.Select(k => demand[k])];
        Start = new int[groups + 1];
        foreach (var k in order) Start[groupOf[k] + 1]++;
        for (var g = 0; g < groups; g++) Start[g + 1] += Start[g];
        _entries = new Entry[order.Length];
        var interests = new List<ushort>();
        for (var at = 0; at < order.Length; at++)
        {
            var i = people[order[at]];
            _entries[at] = new Entry(
                tables.Place.ClassOf[i], tables.Language.ClassOf[i], tables.Background.ClassOf[i], tables.Habits.ClassOf[i], pool.InterestCount[i], interests.Count);
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
