namespace Ilnp.Programme;

/// <summary>What all members of a group agreed on: to go on together after the programme's end.</summary>
/// <param name="AgreedAt">UTC; when the last of them had said yes.</param>
/// <param name="Until">UTC.</param>
public sealed record GoingOn(DateTimeOffset AgreedAt, DateTimeOffset Until)
{
    /// <summary>UTC; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null while it lasts.</summary>
    public GoingOnEnd? EndedBy { get; init; }
}

/// <summary>How the time that a group added came to its end.</summary>
public enum GoingOnEnd
{
    /// <summary>It lasted as long as agreed.</summary>
    Over,

    /// <summary>One of them ended it.</summary>
    Stopped,

    /// <summary>One of them is not here any more.</summary>
    Left,

    /// <summary>The cohort was broken off, or the group parted before the programme's end.</summary>
    Cancelled,
}
