using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

sealed partial class CountryCurve
{
    /// <summary>Cases looked into for one point before its bound is left open.</summary>
    const int MostCases = 300;

    static readonly IReadOnlyDictionary<int, bool> Undecided = new Dictionary<int, bool>();

    readonly Dictionary<int, long> _closed = [];

    /// <summary>Countries decided in the case at hand, by the first of their people: represented, or not counted.</summary>
    IReadOnlyDictionary<int, bool> _branch = Undecided;

    /// <summary>
    /// A bonus that is the same for all countries leads to points on the concave hull only. For the points below it cases
    /// are told apart: a country is represented, or it is not counted; each case has its own bonus and bound, until none can
    /// hold anything better than what was found.
    /// </summary>
    /// <remarks>Only while no difference of two choices comes near what a vertex that must be matched is
    /// worth; beyond, the bounds stay open.</remarks>
    void CloseGaps(int from, int to)
    {
        if (Unit * (_found.Values.Max(f => f.Value) - Lowest()) > -BlossomMatching.MustBeMatched / 2) return;
        for (var countries = from + 1; countries < to; countries++)
            if (BoundAt(countries) > BestWith(countries)) CloseGap(countries);
        _branch = Undecided;
    }

    long BestWith(int countries) => _found.Where(f => f.Key >= countries).Max(f => f.Value.Value);

    void CloseGap(int countries)
    {
        var open = new Stack<(IReadOnlyDictionary<int, bool> Branch, int Bonus)>([(Undecided, TightestBonus(countries))]);
        for (var cases = 0; open.TryPop(out var at); cases++)
        {
            if (cases == MostCases || _cancellation.IsCancellationRequested) return;
            _branch = at.Branch;
            if (Decide(countries, at.Bonus) is not { } next) continue;
            open.Push((new Dictionary<int, bool>(at.Branch) { [next.Country] = true }, next.Bonus));
            open.Push((new Dictionary<int, bool>(at.Branch) { [next.Country] = false }, next.Bonus));
        }
        _closed[countries] = BestWith(countries);
    }

    int TightestBonus(int countries) => (int)_proofs.MinBy(p => p.Value - p.Bonus * countries).Bonus;

    /// <summary>
    /// Looks for the bonus that bounds the case at hand best. Null when it holds nothing better;
    /// otherwise a country that its two ends differ in.
    /// </summary>
    (int Country, int Bonus)? Decide(int countries, int bonus)
    {
        CurveOptimum? few = null, many = null;
        var tried = new HashSet<int>();
        while (tried.Add(bonus))
        {
            var found = Optimum(bonus);
            var counted = Counted(found);
            if (_branch.Any(b => b.Value && !counted.Contains(b.Key))) return null;
            var bound = FloorDivide(Unit * found.Value + found.Missing + (long)bonus * (counted.Count - countries), Unit);
            if (bound <= BestWith(countries)) return null;
            if (counted.Count < countries) few = found;
            else many = found;
            if (few is null) bonus = 0;
            else if (many is null) bonus = MaxBonus;
            else bonus = (int)Math.Clamp(Unit * (few.Value - many.Value) / (Counted(many).Count - Counted(few).Count), 0, MaxBonus);
        }
        var different = many is null
            ? []
            : Counted(many).Except(few is null ? [] : Counted(few)).Where(c => !_branch.ContainsKey(c)).Order().ToList();
        // Where the bonus cannot be raised far enough, any country that is left leads on.
        if (different.Count == 0)
            different = [.. _wishes.Where(w => w.EarnsBonus && !_branch.ContainsKey(w.Members[0])).Select(w => w.Members[0])];
        return different.Count == 0 ? null : (different[0], bonus);
    }

    /// <summary>Countries that earn the bonus or must be represented in the case at hand, by the first of their people.</summary>
    HashSet<int> Counted(CurveOptimum optimum) =>
        [.. _wishes.Where(w =>
            w.EarnsBonus && _branch.GetValueOrDefault(w.Members[0], true)
                && w.Members.Any(v => optimum.Mates[v] >= 0 && optimum.Mates[v] < _request.People))
            .Select(w => w.Members[0])];
}
