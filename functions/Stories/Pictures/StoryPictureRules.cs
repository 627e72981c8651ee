namespace Ilnp.Stories.Pictures;

/// <summary>What is taken beside words for others. Pure.</summary>
static class StoryPictureRules
{
    /// <summary>UTF-16 units.</summary>
    public const int LongestDescription = 500;

    /// <summary>Texts of what is wrong, in the order of the fields.</summary>
    /// <param name="sent">What was posted.</param>
    /// <param name="read">What became of the file; null when none was sent.</param>
    /// <param name="kept">What is there; who has one may describe it anew without sending it again.</param>
    public static IEnumerable<string> Wrong(SentPicture sent, ReadPicture? read, StoryPicture? kept)
    {
        if (read is null && kept is null) yield return "story-picture.wrong.missing";
        if (read?.WrongKey is { } wrong) yield return wrong;
        if (sent.Description.Length == 0) yield return "story-picture.wrong.description";
        else if (sent.Description.Length > LongestDescription) yield return "story-picture.wrong.long";
        else if (StoryRules.HasAddress(sent.Description)) yield return "story.wrong.address";
    }
}
