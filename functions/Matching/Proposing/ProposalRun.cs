using Ilnp.Matching.Choice;
using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;
using Ilnp.Programme.Reasons;

namespace Ilnp.Matching.Proposing;

/// <summary>One run of <see cref="Matchmaker.Propose"/>.</summary>
sealed class ProposalRun(MatchingRules rules, IProgress<MatchingProgress>? progress, CancellationToken cancellation)
{
    readonly MatchingProblem _problem = rules.Problem;
    readonly List<string> _notes = [];
    long _allowed;

    public MatchingProposal Run()
    {
        var locked = _problem.Locked.Select(l => Ordered(rules.NumberOf(l.First), rules.NumberOf(l.Second))).ToList();
        var taken = locked.SelectMany(p => new[] { p.First, p.Second }).ToHashSet();
        var open = Enumerable.Range(0, rules.Pool.Count).Where(i => !taken.Contains(i)).ToList();
        var limit = Math.Min(_problem.Capacity, rules.Pool.Count / 2) - locked.Count;
        progress?.Report(new MatchingProgress("Choosing pairs"));
        _allowed = rules.CountAllowed(open);
        var scan = new PairScan(rules, open);
        var request = Request(open, locked, limit, scan);
        var chosen = PairChooser.Choose(request, cancellation);
        if (OpenMinimums.Unmet(rules, open, chosen, _problem) is { Count: > 0 } unmet && !cancellation.IsCancellationRequested)
            return new MatchingProposal { Conflicts = unmet };
        if (cancellation.IsCancellationRequested)
            _notes.Add("The search was stopped before its end; the proposal is the best found until then.");
        return Proposal(locked, open, chosen, limit, scan);
    }

    static (int First, int Second) Ordered(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    ChoiceRequest Request(List<int> open, List<(int First, int Second)> locked, int limit, PairScan scan)
    {
        var must = _problem.MustPlace.Select(rules.NumberOf).ToHashSet();
        var all = open.Count <= WrittenOut;
        var edges = _allowed == 0 ? [] : all ? rules.Edges(open) : scan.BestPartners(FirstPartners);
        var loss = MustPlaceLoss(edges.Count == 0 ? 0 : edges.Max(e => e.Weight), limit);
        return new ChoiceRequest
        {
            People = open.Count,
            Edges = edges,
            Scan = all || _allowed == 0 ? null : scan,
            Limit = limit,
            Country = [.. open.Select(i => rules.Pool.Country[i])],
            Spread = _problem.Spread,
            CapPercent = _problem.CountryCapPercent,
            AlreadyChosen = locked.SelectMany(p => new[] { p.First, p.Second }).CountBy(i => rules.Pool.Country[i]).ToDictionary(),
            AtLeast = OpenMinimums.Of(rules, open, _problem),
            LossWhenShort = loss,
            LossWhenAlone = must.Count == 0 ? [] : [.. open.Select(i => must.Contains(i) ? loss : 0)],
        };
    }

    /// <summary>
    /// Up to so many people every allowed pair is written out; beyond, the likeliest, and others as the duals ask for them.
    /// </summary>
    const int WrittenOut = 1000;

    /// <summary>Partners per person to begin with.</summary>
    const int FirstPartners = 12;

    /// <summary>More than any choice of pairs could gain by leaving one person alone, as far as integers reach.</summary>
    static int MustPlaceLoss(int heaviest, int limit) => (int)Math.Min(200_000, 2L * heaviest * (limit + 1));

    MatchingProposal Proposal(List<(int First, int Second)> locked, List<int> open, ChosenPairs chosen, int limit, PairScan scan)
    {
        var pairs = locked.Concat(chosen.Pairs.Select(p => Ordered(open[p.First], open[p.Second]))).ToList();
        var placed = pairs.SelectMany(p => new[] { p.First, p.Second }).ToHashSet();
        var thirds = Thirds(pairs, placed, scarce: pairs.Count >= _problem.Capacity);
        var lockedScore = locked.Sum(p => (long)rules.Score.Of(p.First, p.Second));
        return new MatchingProposal
        {
            Groups = [.. pairs.Select((p, k) => Group(p, thirds.TryGetValue(k, out var third) ? third : null, k < locked.Count))],
            Unmatched = new UnmatchedReasons(rules, open, chosen, limit, _allowed == 0 ? null : scan).For([.. placed, .. thirds.Values]),
            Score = lockedScore + chosen.Score,
            UpperBound = lockedScore + chosen.UpperBound,
            Countries = placed.Concat(thirds.Values).Select(i => rules.Pool.Country[i]).Distinct().Count(),
            Hull = [.. chosen.Hull.Select(h => h with { Score = h.Score + lockedScore, UpperBound = h.UpperBound + lockedScore })],
            Notes = [.. _notes, .. CapNotes.Of(rules, [.. placed, .. thirds.Values])],
            Figures = new(open.Count, _allowed, chosen.Edges.Count, chosen.Rounds),
        };
    }

    /// <summary>Where places are scarce only those who must be placed join as a third; otherwise everybody who is alone and can.</summary>
    IReadOnlyDictionary<int, int> Thirds(List<(int First, int Second)> pairs, HashSet<int> placed, bool scarce)
    {
        var must = _problem.MustPlace.Select(rules.NumberOf).ToHashSet();
        var alone = Enumerable.Range(0, rules.Pool.Count).Where(i => !placed.Contains(i) && (!scarce || must.Contains(i))).ToList();
        return Trios.Assign(rules, pairs, alone, _ => true, CountryPlaces.Left(rules, placed));
    }

    ProposedGroup Group((int First, int Second) pair, int? third, bool locked)
    {
        var group = third is { } joined ? GroupMaker.Trio(rules, pair, joined) : GroupMaker.Pair(rules, pair.First, pair.Second);
        return locked ? group with { Locked = true, Reasons = [new MatchReason("lockedByHand", []), .. group.Reasons] } : group;
    }
}
