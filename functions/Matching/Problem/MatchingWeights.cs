using System.ComponentModel.DataAnnotations;

namespace Ilnp.Matching.Problem;

/// <summary>
/// What makes a good pair, in points. A pair's score is the sum of the parts; only the ratios matter. The defaults follow the programme's
/// order: first-listed interest, library type, then language, with earlier and carried-over applicants ahead of others alike.
/// </summary>
public sealed record MatchingWeights
{
    /// <summary>Largest value of a single part: sums must stay small integers.</summary>
    public const int Limit = 100_000;

    /// <summary>For being a pair at all: high, so that a place is used even for a pair with little in common.</summary>
    [Range(0, Limit)] public int Pair { get; init; } = 1000;

    /// <summary>Both name the same interest first.</summary>
    [Range(0, Limit)] public int FirstInterest { get; init; } = 300;

    /// <summary>
    /// Each further shared interest, less <see cref="InterestRankStep"/> for every rank it stands below the first in either list.
    /// </summary>
    [Range(0, Limit)] public int SharedInterest { get; init; } = 100;

    /// <summary>Deducted per rank; a shared interest never counts less than zero.</summary>
    [Range(0, Limit)] public int InterestRankStep { get; init; } = 15;

    /// <summary>Same library type, worked in or wished for; where both asked for an unlike partner, a different one.</summary>
    [Range(0, Limit)] public int LibraryType { get; init; } = 150;

    /// <summary>Both name the same language first.</summary>
    [Range(0, Limit)] public int FirstLanguage { get; init; } = 40;

    /// <summary>Each common language beyond the one a pair must have, up to three.</summary>
    [Range(0, Limit)] public int FurtherLanguage { get; init; } = 25;

    /// <summary>All waking hours (8:00 to 22:00 local) in common over the cohort's months; in proportion otherwise.</summary>
    [Range(0, Limit)] public int TimeZone { get; init; } = 80;

    /// <summary>
    /// Same years of experience; in proportion up to <see cref="ExperienceSpan"/> years apart. Where both asked
    /// for an unlike partner, the other way round.
    /// </summary>
    [Range(0, Limit)] public int Experience { get; init; } = 60;

    /// <summary>Years apart that count as entirely different.</summary>
    [Range(1, 60)] public int ExperienceSpan { get; init; } = 20;

    /// <summary>Same career stage; where both asked for an unlike partner, a different one.</summary>
    [Range(0, Limit)] public int CareerStage { get; init; } = 30;

    /// <summary>Each topic one offers and the other seeks, up to two.</summary>
    [Range(0, Limit)] public int OfferMeetsNeed { get; init; } = 60;

    /// <summary>Same preferred rhythm.</summary>
    [Range(0, Limit)] public int Rhythm { get; init; } = 30;

    /// <summary>At least one preferred tool in common.</summary>
    [Range(0, Limit)] public int Tool { get; init; } = 20;

    /// <summary>For each person: the earliest applicant gets all, the latest nothing, others in proportion.</summary>
    [Range(0, Limit)] public int Earliness { get; init; } = 60;

    /// <summary>For each person carried over from an earlier wave's waiting list.</summary>
    [Range(0, Limit)] public int CarriedPriority { get; init; } = 150;

    /// <summary>Everything wrong with the values, in plain words; empty when they can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), found, validateAllProperties: true);
        var faults = found.Select(f => $"Matching weights: {f.ErrorMessage}").ToList();
        if (Highest > HighestScore)
            faults.Add($"Matching weights: a pair could reach {Highest} points; keep the sum of the parts below {HighestScore}.");
        return faults;
    }

    /// <summary>Scores above this could overflow the solver's integers.</summary>
    const int HighestScore = 250_000;

    long Highest =>
        (long)Pair + FirstInterest + 8L * SharedInterest + LibraryType
            + FirstLanguage + 3L * FurtherLanguage + TimeZone + Experience + CareerStage
            + 2L * OfferMeetsNeed + Rhythm + Tool + 2L * Earliness + 2L * CarriedPriority;
}
