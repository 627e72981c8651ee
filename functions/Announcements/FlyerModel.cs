namespace Ilnp.Announcements;

/// <summary>What a cohort's announcement says, in every language.</summary>
public sealed record FlyerModel
{
    /// <summary>The cohort's name.</summary>
    public required string Programme { get; init; }

    public string Organiser { get; init; } = "";

    /// <summary>The last day of applications, inclusive.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Length of the programme.</summary>
    public required int Months { get; init; }

    /// <summary>Where to apply.</summary>
    public required Uri ApplyUrl { get; init; }

    /// <summary>The day in the file: the same for a second rendering.</summary>
    public required DateOnly IssuedOn { get; init; }
}
