namespace Ilnp.Care.Concerns;

/// <summary>Some of a group's members go on without others.</summary>
public sealed record Parting
{
    public required string GroupId { get; init; }

    public required PartingCause Cause { get; init; }

    /// <summary>Who leaves the programme: by their own word, or by the liaison's explicit one.</summary>
    public IReadOnlyList<string> Leaving { get; init; } = [];

    /// <summary>Whose place is kept without a partner.</summary>
    public IReadOnlyList<string> Resting { get; init; } = [];

    /// <summary>Who is found a new partner first; null when nobody asked.</summary>
    public string? First { get; init; }

    /// <summary>Nobody of the group stays together.</summary>
    public bool Apart { get; init; }

    /// <summary>Unique among the group's partings.</summary>
    public string Key => string.Join('.', [Cause.ToString(), .. Leaving, .. Resting, .. First is null ? Array.Empty<string>() : [First]]);

    /// <summary>Those of the members who neither leave nor rest, whoever comes first in front.</summary>
    public IReadOnlyList<string> Staying(IEnumerable<string> members) =>
        [.. members.Where(member => !Leaving.Contains(member) && !Resting.Contains(member)).OrderBy(member => member == First ? 0 : 1)];

    /// <summary>Whether the group goes on with those who stay.</summary>
    public bool GoesOn(IEnumerable<string> members) => !Apart && Staying(members).Count > 1;
}

/// <summary>Why a group is parted.</summary>
public enum PartingCause
{
    /// <summary>Somebody leaves.</summary>
    Left,

    /// <summary>Somebody is taken out, by the liaison's explicit word.</summary>
    Removed,

    /// <summary>Somebody is not heard of.</summary>
    Silent,

    /// <summary>It did not work between them.</summary>
    Mismatch,

    /// <summary>Conduct.</summary>
    Trouble,

    /// <summary>Nobody of the group is heard of.</summary>
    Quiet,

    /// <summary>A lead's own word, without having been asked.</summary>
    Dissolved,
}
