namespace Ilnp.Matching.Problem;

/// <summary>A person as matching sees them: no name, no address.</summary>
public sealed record Candidate
{
    /// <summary>Unique within the problem.</summary>
    public required string Id { get; init; }

    /// <summary>Row in the applications file, for lists that point back to it.</summary>
    public int? Row { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>ISO 639 codes in the person's own order.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Areas of interest, most important first.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Library type worked in or wished for.</summary>
    public string? LibraryType { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    public int? YearsOfExperience { get; init; }

    /// <summary>Where the person stands in working life, for instance <c>early</c>.</summary>
    public string? CareerStage { get; init; }

    /// <summary>UTC moment of the first application: earlier ones come first.</summary>
    public DateTimeOffset AppliedAt { get; init; }

    /// <summary>Was on the waiting list of an earlier wave.</summary>
    public bool CarriedPriority { get; init; }

    /// <summary>Asked for a partner with a different background; counts where both did.</summary>
    public bool WantsUnlike { get; init; }

    /// <summary>Topics the person can help with.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Topics the person wants help with.</summary>
    public IReadOnlyList<string> Seeks { get; init; } = [];

    /// <summary>Preferred rhythm, for instance <c>weekly</c>.</summary>
    public string? Rhythm { get; init; }

    /// <summary>Preferred tools, for instance <c>mail</c>.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];
}
