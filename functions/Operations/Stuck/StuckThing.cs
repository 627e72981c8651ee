namespace Ilnp.Operations.Stuck;

/// <summary>Something in a cohort that waits for a person and that nothing else tells anybody.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The same as long as it is the same: it is told once.</param>
/// <param name="Count">Mails, questions, or free megabytes.</param>
/// <param name="Since">UTC; the first of them.</param>
/// <param name="Templates">Of the mails, each once.</param>
/// <param name="Recipients">Ids of whom the mails were for, each once.</param>
/// <param name="MemberId">The committee member whom it is about, who is not told; null for nobody.</param>
public sealed record StuckThing(
    StuckKind Kind, string Key, int Count, DateTimeOffset Since, IReadOnlyList<string> Templates, IReadOnlyList<string> Recipients,
    string? MemberId = null)
{
    /// <summary>The form service that it is about; null for none.</summary>
    public string? Provider { get; init; }
}

/// <summary>Sorts of what is stuck.</summary>
public enum StuckKind
{
    /// <summary>Whether mails went out is not known, for more than a day.</summary>
    Mails,

    /// <summary>Mail does not reach somebody of the committee.</summary>
    Member,

    /// <summary>Somebody of the committee was asked, reminded, and does not answer.</summary>
    Answer,

    /// <summary>Words of the committee's own do not pass any more, and the original goes out.</summary>
    Wording,

    /// <summary>A form asks what nothing reads, or does not ask what is needed.</summary>
    Form,

    /// <summary>A form sends to a round that is not here.</summary>
    Stray,

    /// <summary>The disk of the computer that everything is kept on fills up.</summary>
    Disk,
}
