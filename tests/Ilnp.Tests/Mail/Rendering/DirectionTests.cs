using AngleSharp.Html.Parser;
using Ilnp.Mail.Rendering;
using Ilnp.Texts;

namespace Ilnp.Tests.Mail.Rendering;

public sealed class DirectionTests
{
    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("fa", "rtl")]
    [InlineData("ur", "rtl")]
    [InlineData("en", "ltr")]
    [InlineData("zh", "ltr")]
    public void GivenALanguage_WhenAMailIsFramed_ThenItRunsItsWay(string language, string expected)
    {
        var html = MailFrame.Html(
            new(language, "ILNP", "Subject", "", "Why", "Questions", "Own page", "Unsubscribe", "Languages"), new(language), "<p>x</p>\n");
        var page = new HtmlParser().ParseDocument(html);

        Assert.Equal((language, expected), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal(expected, page.QuerySelector("[role=article]")!.GetAttribute("dir"));
    }

    [Theory]
    [InlineData("عبد الله", "en", true)]
    [InlineData("אברהם", "en", true)]
    [InlineData("王小明", "en", false)]
    [InlineData("Zoë", "en", false)]
    [InlineData("Zoë", "ar", true)]
    [InlineData("12", "ar", true)]
    [InlineData("عبد الله", "ar", false)]
    public void GivenAText_WhenItStandsInALanguage_ThenItDisturbsOrNot(string text, string language, bool expected) =>
        Assert.Equal(expected, Direction.Disturbs(text, language));

    [Fact]
    public void GivenANameOfTheOtherDirection_WhenRendered_ThenItIsIsolatedInThePageOnly()
    {
        var mail = new MailRenderer(MailParts.Templates).Render(SampleMail.Of("pulse"), SampleMail.Cohort());

        Assert.Equal("عبد الله محمد", new HtmlParser().ParseDocument(mail.Html).QuerySelector("strong > bdi")!.TextContent);
        Assert.DoesNotContain("bdi", mail.Subject + mail.Text, StringComparison.Ordinal);
    }
}
