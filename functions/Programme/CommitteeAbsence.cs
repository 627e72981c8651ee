namespace Ilnp.Programme;

/// <summary>Days on which a liaison is away and somebody else hears of their groups too. It ends by itself.</summary>
/// <param name="From">The first day, in the cohort's zone.</param>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="StandInId">Committee member id of whoever stands in.</param>
public sealed record CommitteeAbsence(DateOnly From, DateOnly Until, string StandInId)
{
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
