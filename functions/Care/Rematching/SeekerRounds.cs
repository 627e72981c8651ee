using Ilnp.Programme;

namespace Ilnp.Care.Rematching;

/// <summary>Somebody whose turn it is.</summary>
/// <param name="PersonId">Who seeks.</param>
/// <param name="Searches">For them so far.</param>
public sealed record SeekerTurn(string PersonId, int Searches);

/// <summary>One round of a cohort's rematches: everybody who seeks is matched at once.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Turns">Who came to seek with this round, in the order in which they came.</param>
/// <param name="Asked">People of the waiting list who were asked before, so that nobody is asked for two places.</param>
/// <param name="MayAsk">Whether there is time for an inquiry.</param>
/// <param name="MayAskAhead">Whether there is time for somebody to stand ready.</param>
public sealed record SeekerRound(
    string CohortId, IReadOnlyList<SeekerTurn> Turns, IReadOnlyList<string> Asked, bool MayAsk, bool MayAskAhead)
{
    /// <summary>With what there is time for at a moment.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="plan">The cohort's.</param>
    /// <param name="turns">As <see cref="Turns"/>.</param>
    /// <param name="asked">As <see cref="Asked"/>.</param>
    public static SeekerRound At(DateTime now, CohortPlan plan, IReadOnlyList<SeekerTurn> turns, IReadOnlyList<string> asked)
    {
        var closes = now.AddDays(plan.LaterDays);
        return new(plan.CohortId, turns, asked, closes < plan.FinalSurvey, StandbyRules.IsTime(closes, plan.FinalSurvey));
    }
}

/// <summary>What came of a round.</summary>
public sealed record RoundMatched
{
    /// <summary>Ids of new groups that wait to be introduced.</summary>
    public IReadOnlyList<string> Formed { get; init; } = [];

    /// <summary>Those of this round's turns for whom somebody has to be asked.</summary>
    public IReadOnlyList<SeekerToSearch> Left { get; init; } = [];

    /// <summary>People of the waiting list to ask in advance.</summary>
    public IReadOnlyList<string> Ahead { get; init; } = [];

    /// <summary>People asked before who said yes and stand ready now.</summary>
    public IReadOnlyList<string> Ready { get; init; } = [];
}

/// <summary>For whom a search begins.</summary>
/// <param name="Turn">Whose.</param>
/// <param name="PairId">A pair to ask whether it takes them in; null when none fits or there is no time.</param>
/// <param name="Asking">People of the waiting list to ask.</param>
public sealed record SeekerToSearch(SeekerTurn Turn, string? PairId, IReadOnlyList<string> Asking);
