using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Ilnp.Stories;
using Ilnp.Stories.Shown;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Stories;

/// <summary>The feed as a reader of Atom reads it.</summary>
public sealed class StoryFeedTests
{
    static readonly DateTimeOffset Written = new(2020, 9, 3, 8, 0, 0, TimeSpan.Zero), Shown = Written.AddDays(2);
    static readonly Uri Page = new("https://ilnp.example/stories"), Self = new("https://ilnp.example/stories/feed");

    [Fact]
    public void GivenStories_WhenTheFeedIsRead_ThenEachHasItsIdDaysLanguageAndAddress()
    {
        var good = Words("P2", "كانت تجربة جميلة.") with { Language = "ar" };
        var arabic = One("P2", good.Text) with { Story = good };
        var bytes = StoryFeed.Of([One("P1", "Good."), arabic], AppTexts.Shelf.In("fr"), Page, Self);
        var feed = Read(bytes);

        Assert.Equal(("fr", Shown, Page.AbsoluteUri), (feed.Language, feed.LastUpdatedTime, feed.Id));
        Assert.Equal(Self, feed.Links.Single(link => link.RelationshipType == "self").Uri);
        Assert.Equal(2, feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(feed.Items, item =>
        {
            Assert.Equal((Shown, Written), (item.LastUpdatedTime, item.PublishDate));
            Assert.Equal(item.Id, item.Links.Single().Uri.AbsoluteUri);
            Assert.True(item.Links.Single().Uri.IsAbsoluteUri);
            Assert.Equal("ILNP 2020", item.Categories.Single().Name);
        });
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!.Elements(atom + "entry").ToList();
        Assert.Equal([null, "ar"], entries.Select(entry => entry.Element(atom + "content")!.Attribute(XNamespace.Xml + "lang")?.Value));
        Assert.All(entries, entry => Assert.Null(entry.Element(atom + "title")!.Attribute(XNamespace.Xml + "lang"))); // in the feed's own
        Assert.Contains("dir=\"rtl\"", entries[1].Element(atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & \"more\"")]
    [InlineData("]]> <![CDATA[ <b>")]
    [InlineData("half a letter \ud83d and a whole \ud83d\ude00")]
    [InlineData("no character \uffff at all")]
    [InlineData("one\ntwo")]
    public void GivenAnyWords_WhenTheFeedIsRead_ThenTheyAreWordsAndNoMarkup(string text)
    {
        var shown = One("P1", text) with { Story = Words("P1", text) with { Title = text, SignedBy = text } };
        var item = Assert.Single(Read(StoryFeed.Of([shown], AppTexts.Shelf.In("en"), Page, Self)).Items);

        var html = new HtmlParser().ParseDocument(((TextSyndicationContent)item.Content).Text).Body!;
        Assert.Equal(["P"], html.Children.Select(element => element.TagName));
        Assert.Empty(html.QuerySelectorAll("p > *:not(br)"));
        Assert.Contains(text[..3].Replace("\n", "", StringComparison.Ordinal), html.TextContent, StringComparison.Ordinal);
        Assert.Equal("text", item.Title.Type);
    }

    [Fact]
    public void GivenNothingToTell_WhenTheFeedIsRead_ThenItIsAFeedWithoutEntries()
    {
        var feed = Read(StoryFeed.Of([], AppTexts.Shelf.In("en"), Page, Self));
        Assert.Empty(feed.Items);
        Assert.Equal(DateTimeOffset.UnixEpoch, feed.LastUpdatedTime);
    }

    [Fact]
    public void GivenTheSameStories_WhenTheFeedIsMadeTwice_ThenItIsTheSame() =>
        Assert.Equal(
            StoryFeed.Of([One("P1", "Good.")], AppTexts.Shelf.In("en"), Page, Self),
            StoryFeed.Of([One("P1", "Good.")], AppTexts.Shelf.In("en"), Page, Self));

    static SyndicationFeed Read(byte[] atom)
    {
        using var reader = XmlReader.Create(new MemoryStream(atom));
        return SyndicationFeed.Load(reader);
    }

    static ShownStory One(string person, string text) => new(Words(person, text), "ILNP 2020", Shown);

    static Story Words(string person, string text) => new("c", person, 1, text, Written);
}
