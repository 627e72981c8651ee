using Ilnp.Texts;

namespace Ilnp.Prompts.Reading;

/// <summary>Something of the web that the committee recommends.</summary>
public sealed record Article
{
    /// <summary>https only.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>ISO 639-1: whoever gets mail in it gets the article.</summary>
    public required string Language { get; init; }

    /// <summary>That it takes.</summary>
    public required int Minutes { get; init; }

    public ArticleKind Kind { get; init; }

    /// <summary>Codes of interests, or general topics of the library.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>A whole address that nobody can read or change on the way, and that pretends to be no other.</summary>
    public bool IsSafe => WebAddress.TryRead(Url, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0;
}

public enum ArticleKind
{
    Article,
    Video,
}
