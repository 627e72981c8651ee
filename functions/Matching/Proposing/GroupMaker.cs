using Ilnp.Matching.Scoring;
using Ilnp.Programme.Reasons;

namespace Ilnp.Matching.Proposing;

/// <summary>Turns numbers back into groups with scores and reasons.</summary>
static class GroupMaker
{
    public static ProposedGroup Pair(MatchingRules rules, int first, int second) =>
        new([rules.IdOf(first), rules.IdOf(second)], rules.Score.Of(first, second), rules.Score.Reasons(first, second));

    /// <summary>A trio: the mean of its three pairs' points, and the reasons that hold for any two of them.</summary>
    public static ProposedGroup Trio(MatchingRules rules, (int First, int Second) pair, int third)
    {
        var (a, b) = pair;
        var score = (rules.Score.Of(a, b) + (long)rules.Score.Of(a, third) + rules.Score.Of(b, third)) / 3;
        var reasons = rules.Score.Reasons(a, b).Concat(rules.Score.Reasons(a, third)).Concat(rules.Score.Reasons(b, third))
            .Where(r => r.Code is not ("pair" or "earliness" or "carriedPriority"))
            .DistinctBy(r => (r.Code, string.Join('|', r.Arguments)))
            .OrderByDescending(r => r.Points);
        return new([rules.IdOf(a), rules.IdOf(b), rules.IdOf(third)], score, [new MatchReason("trio", []), .. reasons]);
    }
}
