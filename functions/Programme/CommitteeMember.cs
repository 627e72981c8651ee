namespace Ilnp.Programme;

/// <summary>Somebody of the volunteer committee.</summary>
public sealed record CommitteeMember
{
    /// <summary>Short id, unique in the cohort; used in place of the name in histories.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public IReadOnlyList<CommitteeRole> Roles { get; init; } = [];

    /// <summary>Groups that this person looks after at most, as liaison; 0 for none.</summary>
    public int LiaisonLoad { get; init; }

    /// <summary>Language of mails and pages, ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Null while no absence is written down; one that is over may still stand here.</summary>
    public CommitteeAbsence? Absence { get; init; }

    /// <summary>
    /// Whether they read of new groups in their weekly letter, as they chose, and get no copy of each introduction.
    /// </summary>
    public bool IntroductionsWeekly { get; init; }

    public bool Is(CommitteeRole role) => Roles.Contains(role);
}

/// <summary>What somebody does in the committee; one person may do several.</summary>
public enum CommitteeRole
{
    /// <summary>Approves steps and hears of everything that needs a decision.</summary>
    Lead,

    /// <summary>Looks after groups.</summary>
    Liaison,

    /// <summary>Takes flyers, texts, maps and stories.</summary>
    Marketing,

    /// <summary>Hears of technical trouble.</summary>
    Technical,
}
