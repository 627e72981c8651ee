namespace Ilnp.Matching.Problem;

/// <summary>Finds everything that makes a problem unsolvable as stated, in plain words and all at once.</summary>
static class ProblemConflicts
{
    public static IReadOnlyList<string> Of(MatchingProblem problem)
    {
        var found = new List<string>(problem.Weights.Faults());
        if (problem.Capacity < 0) found.Add($"The capacity is {problem.Capacity} pairs; it must not be negative.");
        if (problem.CountryCapPercent is { } cap && cap is < 1 or > 100)
            found.Add($"The country cap is {problem.CountryCapPercent} %; it must be between 1 and 100.");
        if (problem.Spread.Mode == CountrySpreadMode.Percent && !(problem.Spread.CostPercent is >= 0 and <= 100))
            found.Add($"Country spread may cost {problem.Spread.CostPercent} % of the score; it must be between 0 and 100.");
        if (problem.Ends < problem.Starts)
            found.Add($"The cohort ends on {problem.Ends:yyyy-MM-dd}, before it starts on {problem.Starts:yyyy-MM-dd}.");
        AddPeople(problem, found);
        AddLocks(problem, found);
        found.AddRange(MinimumConflicts.Of(problem));
        return found;
    }

    static void AddPeople(MatchingProblem problem, List<string> found)
    {
        foreach (var twice in problem.People.CountBy(p => p.Id).Where(p => p.Value > 1))
            found.Add($"{twice.Key} is listed {twice.Value} times.");
        found.AddRange(problem.People.Where(p => string.IsNullOrWhiteSpace(p.Country)).Select(p => $"{p.Id} has no country."));
        var known = problem.People.Select(p => p.Id).ToHashSet();
        found.AddRange(
            problem.MustPlace.Where(id => !known.Contains(id)).Select(id => $"{id} must be placed but is not among the people."));
    }

    static void AddLocks(MatchingProblem problem, List<string> found)
    {
        var people = problem.People.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var locked = problem.Locked.SelectMany(l => new[] { l.First, l.Second }).ToList();
        found.AddRange(
            locked.Where(id => !people.ContainsKey(id)).Distinct().Select(id => $"{id} is in a locked pair but not among the people."));
        found.AddRange(
            locked.CountBy(id => id).Where(c => c.Value > 1).Select(c => $"{c.Key} is in {c.Value} locked pairs; one is possible."));
        if (problem.Locked.Count > Math.Max(0, problem.Capacity))
            found.Add($"{problem.Locked.Count} pairs are locked, but there are places for {problem.Capacity}.");
        foreach (var pair in problem.Locked) AddLock(problem, people, pair, found);
        AddLocksOverCap(problem, people, found);
    }

    /// <summary>However many others are chosen, locked people alone may not be more than their country's share.</summary>
    static void AddLocksOverCap(MatchingProblem problem, Dictionary<string, Candidate> people, List<string> found)
    {
        if (problem.CountryCapPercent is not { } cap || cap is < 1 or > 100) return;
        var most = (int)Math.Min(2L * Math.Max(0, problem.Capacity), people.Count);
        var share = CountryShare.Of(cap, most);
        var locked = problem.Locked.SelectMany(l => new[] { l.First, l.Second }).Distinct().Where(people.ContainsKey);
        foreach (var country in locked.CountBy(id => people[id].Country).Where(c => c.Value > share))
            found.Add(
                $"{country.Value} people of {country.Key} are in locked pairs; with at most {most} people and a country cap of {cap} % "
                    + $"there are places for {share}.");
    }

    static void AddLock(MatchingProblem problem, Dictionary<string, Candidate> people, PersonPair pair, List<string> found)
    {
        var (a, b) = (pair.First, pair.Second);
        if (a == b) found.Add($"{a} is locked with themselves.");
        if (problem.Blocked.Any(x => x.Is(a, b))) found.Add($"{a} and {b} are locked together and blocked from each other.");
        if (problem.Past.Any(x => x.Is(a, b))) found.Add($"{a} and {b} are locked together but were partners before.");
        if (!people.TryGetValue(a, out var first) || !people.TryGetValue(b, out var second) || a == b) return;
        if (Spelling.Of(first.Country) == Spelling.Of(second.Country))
            found.Add($"{a} and {b} are locked together but live in the same country.");
        if (!first.Languages.Select(Spelling.Of).Intersect(second.Languages.Select(Spelling.Of)).Any())
            found.Add($"{a} and {b} are locked together but share no language.");
    }
}
