using Ilnp.Stories.Pictures;

namespace Ilnp.Stories;

/// <summary>Somebody's words for others, as far as their author agreed to have them shown.</summary>
/// <param name="CohortId">The cohort they took part in.</param>
/// <param name="PersonId">Who wrote them.</param>
/// <param name="Version">Of the author's answer: each change has its own.</param>
/// <param name="Text">As it was written.</param>
/// <param name="WrittenAt">UTC.</param>
public sealed record Story(string CohortId, string PersonId, int Version, string Text, DateTimeOffset WrittenAt)
{
    /// <summary>Above a longer story; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The name to stand below; null where the author wishes none.</summary>
    public string? SignedBy { get; init; }

    /// <summary>ISO 639-1; null where the author named none.</summary>
    public string? Language { get; init; }

    /// <summary>Beside the words, with the same consent; null for none.</summary>
    public StoryPicture? Picture { get; init; }
}

/// <summary>What the committee pressed about somebody's words.</summary>
/// <param name="PersonId">Whose they are.</param>
/// <param name="Version">Which version of them the member saw.</param>
/// <param name="IsShown">Whether that version is shown.</param>
/// <param name="MemberId">Who pressed.</param>
/// <param name="At">UTC.</param>
public sealed record StoryPress(string PersonId, int Version, bool IsShown, string MemberId, DateTimeOffset At)
{
    /// <summary>Stamp of the picture that the member saw beside them; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>Whether that picture is shown with them.</summary>
    public bool IsPictureShown { get; init; }
}

/// <summary>Words as everybody reads them.</summary>
/// <param name="Story">The words.</param>
/// <param name="Programme">Name of the programme they are about.</param>
/// <param name="ShownAt">UTC; since when.</param>
/// <param name="Picture">As the committee shows it beside them; null for none.</param>
public sealed record ShownStory(Story Story, string Programme, DateTimeOffset ShownAt, StoryPicture? Picture = null)
{
    /// <summary>Names them in addresses, the same for all their life, and tells nothing of the person.</summary>
    public string Anchor { get; } = StoryRules.AnchorOf(Story);
}
