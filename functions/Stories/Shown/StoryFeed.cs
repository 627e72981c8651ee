using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Ilnp.Stories.Pictures;
using Ilnp.Texts;

namespace Ilnp.Stories.Shown;

/// <summary>
/// What is shown as an Atom feed (RFC 4287), which a site takes in by its address: the words whole, each in its own language.
/// </summary>
static class StoryFeed
{
    /// <summary>In the place of a moment when there is nothing to tell one of.</summary>
    static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    /// <param name="stories">The latest first.</param>
    /// <param name="words">Of the feed around them.</param>
    /// <param name="page">Of the public page.</param>
    /// <param name="self">Of the feed.</param>
    public static byte[] Of(IReadOnlyList<ShownStory> stories, PageTexts words, Uri page, Uri self)
    {
        var feed = new SyndicationFeed(words["stories.title"], words["stories.intro"], page, page.AbsoluteUri, Never)
        {
            Language = words.Language,
            LastUpdatedTime = stories.Count == 0 ? Never : stories.Max(one => one.ShownAt),
            Items = [.. stories.Select(one => ItemOf(one, words, page))],
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, "application/atom+xml"));
        feed.Authors.Add(new() { Name = words["stories.somebody"] });
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return stream.ToArray();
    }

    static SyndicationItem ItemOf(ShownStory shown, PageTexts words, Uri page)
    {
        var address = new Uri(page, $"#{shown.Anchor}");
        var item = new SyndicationItem
        {
            Id = address.AbsoluteUri,
            Title = TitleOf(shown, words),
            Content = In(shown.Story.Language, SyndicationContent.CreateHtmlContent(HtmlOf(shown, page))),
            LastUpdatedTime = shown.ShownAt,
            PublishDate = shown.Story.WrittenAt,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(address));
        item.Authors.Add(new() { Name = Readable(shown.Story.SignedBy ?? words["stories.somebody"]) });
        item.Categories.Add(new(Readable(shown.Programme)));
        return item;
    }

    /// <summary>The author's, in the author's language; else one in the feed's.</summary>
    static TextSyndicationContent TitleOf(ShownStory shown, PageTexts words) => shown.Story.Title is { } title
        ? In(shown.Story.Language, new(Readable(title)))
        : new(Readable(words.Plain("stories.about", new Dictionary<string, string> { ["programme"] = shown.Programme })));

    static TextSyndicationContent In(string? language, TextSyndicationContent content)
    {
        if (language is not null) content.AttributeExtensions.Add(new("lang", "http://www.w3.org/XML/1998/namespace"), language);
        return content;
    }

    /// <summary>Paragraphs with their language and direction, for a site that has another; all of the author's own is escaped.</summary>
    static string HtmlOf(ShownStory shown, Uri page)
    {
        var story = shown.Story;
        var language = story.Language is { } known
            ? string.Create(CultureInfo.InvariantCulture, $" lang=\"{known}\" dir=\"{Direction.Of(known)}\"")
            : " dir=\"auto\"";
        return Readable(string.Concat(StoryRules.Paragraphs(story.Text).Select(paragraph =>
            $"<p{language}>{PageTexts.Encoder.Encode(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</p>")
            .Prepend(
                shown.Picture is { } picture
                    ? ImageOf(picture, new(page, StoryPages.PictureAddress(story.CohortId, picture)), language)
                    : "")));
    }

    static string ImageOf(StoryPicture picture, Uri address, string language) => string.Create(
        CultureInfo.InvariantCulture,
        $"<p><img src=\"{PageTexts.Encoder.Encode(address.AbsoluteUri)}\" alt=\"{PageTexts.Encoder.Encode(picture.Description)}\""
            + $" width=\"{picture.Width}\" height=\"{picture.Height}\"{language}></p>");

    /// <summary>Without what no XML can hold, half a character for instance: one text must not break all others' feed.</summary>
    static string Readable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) kept.Append(text[at]).Append(text[++at]);
            else if (XmlConvert.IsXmlChar(text[at])) kept.Append(text[at]);
        }

        return kept.ToString();
    }
}
