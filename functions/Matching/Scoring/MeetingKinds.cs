namespace Ilnp.Matching.Scoring;

/// <summary>
/// People by country and languages: whether there is anybody at all whom a person may meet is the same for all of a kind.
/// </summary>
sealed class MeetingKinds
{
    readonly int[] _kindOf;
    readonly bool[] _meetsAnybody;

    public MeetingKinds(MatchingRules rules)
    {
        var number = new Dictionary<(int, string), int>();
        var any = new List<int>();
        _kindOf = new int[rules.Pool.Count];
        for (var i = 0; i < _kindOf.Length; i++)
        {
            var key = (rules.Pool.Country[i], rules.Pool.Languages.KeyOf(i));
            if (!number.TryGetValue(key, out _kindOf[i]))
            {
                number[key] = _kindOf[i] = any.Count;
                any.Add(i);
            }
        }
        _meetsAnybody = [.. any.Select(i => any.Exists(j => rules.Score.MayMeet(i, j)))];
    }

    /// <summary>Whether somebody from another country shares a language with the person, whoever is free or forbidden.</summary>
    public bool MeetsAnybody(int person) => _meetsAnybody[_kindOf[person]];
}
