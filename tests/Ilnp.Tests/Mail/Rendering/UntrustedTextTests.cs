using AngleSharp.Html.Parser;
using Ilnp.Mail.Rendering;

namespace Ilnp.Tests.Mail.Rendering;

/// <summary>Names and answers are written by strangers.</summary>
public sealed class UntrustedTextTests
{
    static readonly MailRenderer Renderer = new(MailParts.Templates);

    public static TheoryData<string> Names =>
    [
        "Zoë *x* <b>",
        "[a](http://evil.example)",
        "<script>alert(1)</script>",
        "**bold** _em_ `code`",
        "# heading",
        "1. list",
        "{{ programme }}",
        "&amp; &lt; \" ' \\",
        "http://evil.example www.evil.example",
        "qz0zq qz1zq",
        "王小明",
        "عبد الله",
        "👩‍💻 𝒵",
        "%s {0}",
    ];

    [Theory, MemberData(nameof(Names))]
    public void GivenAnyName_WhenRendered_ThenItStandsThereAsItIs(string name)
    {
        var mail = Renderer.Render(SampleMail.Of("pulse") with { To = new(name, "x@example.org") }, SampleMail.Cohort());

        Assert.StartsWith($"Dear {name},", mail.Text, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Equal($"Dear {name},", page.QuerySelector("p")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("p:first-of-type a, script, b"));
    }

    [Theory]
    [InlineData("Zoë\r\nBcc: everyone@example.org", "Zoë  Bcc: everyone@example.org")]
    [InlineData("a\u0000b\u0007c", "a b c")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("abc\u202Egnp.exe", "abcgnp.exe")]
    public void GivenControlCharacters_WhenRendered_ThenTheSubjectIsOneHarmlessLine(string partners, string shown)
    {
        var model = new Dictionary<string, object?>(SampleMail.Models["pulse"]) { ["partners"] = partners };
        var mail = Renderer.Render(SampleMail.Of("pulse") with { Model = model }, SampleMail.Cohort());

        Assert.Equal($"How is it going with {shown}?", mail.Subject);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example")]
    [InlineData("")]
    public void GivenATextWhereALinkBelongs_WhenRendered_ThenItIsAnError(string url)
    {
        var model = new Dictionary<string, object?>(SampleMail.Models["pulse"]) { ["url"] = url };
        var error = Assert.Throws<MailTemplateException>(() =>
            Renderer.Render(SampleMail.Of("pulse") with { Model = model }, SampleMail.Cohort()));
        Assert.Contains("pulse.en", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void GivenALinkOfAnotherScheme_WhenRendered_ThenItIsAnError(string url)
    {
        var model = new Dictionary<string, object?>(SampleMail.Models["pulse"]) { ["url"] = new Uri(url) };
        Assert.Throws<MailTemplateException>(() => Renderer.Render(SampleMail.Of("pulse") with { Model = model }, SampleMail.Cohort()));
    }

    [Fact]
    public void GivenAnAddressWithTricks_WhenLinked_ThenItStaysOneAddress()
    {
        var partner = new Dictionary<string, object?>(
            (Dictionary<string, object?>)((object[])SampleMail.Models["introduction"]["members"]!)[0])
        {
            ["email"] = "a?bcc=everyone@example.org&subject=x\"><b>",
        };
        var model = new Dictionary<string, object?>(SampleMail.Models["introduction"]) { ["members"] = new object[] { partner } };
        var page = new HtmlParser()
            .ParseDocument(Renderer.Render(SampleMail.Of("introduction") with { Model = model }, SampleMail.Cohort()).Html);

        var link = page.QuerySelector("a[href^=mailto]")!;
        Assert.Equal("mailto:a%3Fbcc%3Deveryone@example.org%26subject%3Dx%22%3E%3Cb%3E", link.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("b"));
    }

    [Fact]
    public void GivenALink_WhenRendered_ThenItIsAButtonAndABareAddress()
    {
        var url = new Uri("https://ilnp.example.org/d/a_b*c*(d)?x=1&y=%20");
        var model = new Dictionary<string, object?>(SampleMail.Models["pulse"]) { ["url"] = url };
        var mail = Renderer.Render(SampleMail.Of("pulse") with { Model = model }, SampleMail.Cohort());

        Assert.Contains($"\nAnswer with one press:\n{url.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
        var button = new HtmlParser().ParseDocument(mail.Html).QuerySelector("a")!;
        Assert.Equal((url.AbsoluteUri, "Answer with one press"), (button.GetAttribute("href"), button.TextContent));
        Assert.Contains("inline-block", button.GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenNoReason_WhenSomebodyIsNotChosen_ThenThereIsNoEmptyQuotation()
    {
        var model = new Dictionary<string, object?>(SampleMail.Models["not-chosen"]) { ["reason"] = "" };
        var mail = Renderer.Render(SampleMail.Of("not-chosen") with { Model = model }, SampleMail.Cohort());
        Assert.DoesNotContain(">", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reason", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnObjectInTheModel_WhenRendered_ThenItIsRefusedByName()
    {
        var model = new Dictionary<string, object?>(SampleMail.Models["pulse"]) { ["url"] = new object() };
        var error = Assert.Throws<ArgumentException>(() =>
            Renderer.Render(SampleMail.Of("pulse") with { Model = model }, SampleMail.Cohort()));
        Assert.Contains("'url'", error.Message, StringComparison.Ordinal);
    }
}
