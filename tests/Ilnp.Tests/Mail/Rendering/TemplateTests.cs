using Ilnp.Mail.Rendering;

namespace Ilnp.Tests.Mail.Rendering;

public sealed class TemplateTests
{
    static readonly MailRenderer Renderer = new(MailParts.Templates);

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in MailParts.Templates.Names)
            foreach (var language in MailParts.Templates.IsForCommittee(name) ? ["en"] : MailParts.Templates.Languages)
                all.Add(name, language);
        return all;
    }

    [Theory, MemberData(nameof(All))]
    public void GivenASampleModel_WhenRendered_ThenTheMailIsWhole(string template, string language)
    {
        var mail = Renderer.Render(SampleMail.Of(template, language: language), SampleMail.Cohort());

        Assert.Equal(language, mail.Language);
        Assert.NotEmpty(mail.Subject);
        Assert.Contains("María José", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", mail.Html, StringComparison.Ordinal);
        foreach (var part in new[] { mail.Subject, mail.Html, mail.Text })
        {
            Assert.DoesNotMatch("qz[0-9]+zq", part);
            Assert.DoesNotContain("{{", part, StringComparison.Ordinal);
        }

        foreach (var markdown in new[] { "**", "](", "##", "<p", "\n\n\n" })
            Assert.DoesNotContain(markdown, mail.Text, StringComparison.Ordinal);
    }

    /// <summary>A comma that is written as %2C belongs to an address: mail programs would see one address that there is not.</summary>
    [Theory, MemberData(nameof(All))]
    public void GivenASampleModel_WhenALinkWritesToSeveral_ThenTheirAddressesStandApart(string template, string language)
    {
        var mail = Renderer.Render(SampleMail.Of(template, language: language), SampleMail.Cohort());
        var links = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("a[href^='mailto:']")
            .Select(link => link.GetAttribute("href")!["mailto:".Length..]).ToList();

        Assert.All(links.SelectMany(link => link.Split(',')), address => Assert.Matches("^[^%,@]+@[^%,@]+$", address));
        if (template == "liaison-week") Assert.Contains("maria@example.org,li@example.cn", links);
    }

    [Theory, MemberData(nameof(All))]
    public void GivenASampleModel_WhenAnyOfItsValuesIsMissing_ThenTheErrorNamesBoth(string template, string language)
    {
        var message = SampleMail.Of(template, language: language);
        var used = message.Model.Keys.Where(name => !OnlyInABranch.Contains((template, name)));
        foreach (var missing in used)
        {
            var without = message with { Model = message.Model.Where(pair => pair.Key != missing).ToDictionary() };
            var error = Assert.Throws<MailTemplateException>(() => Renderer.Render(without, SampleMail.Cohort()));
            Assert.Contains($"{template}.{language}", error.Message, StringComparison.Ordinal);
            Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        }
    }

    static readonly HashSet<(string Template, string Name)> OnlyInABranch = [];

    [Fact]
    public void GivenTheTemplateFiles_WhenListed_ThenEachHasASampleAndEachSampleATemplate() =>
        Assert.Equal(SampleMail.Models.Keys.Order(), MailParts.Templates.Names.Order());

    [Fact]
    public void GivenAnUnknownTemplate_WhenRendered_ThenTheErrorNamesIt()
    {
        var error = Assert.Throws<MailTemplateException>(() =>
            Renderer.Render(SampleMail.Of("pulse") with { Template = "puls" }, SampleMail.Cohort()));
        Assert.Contains("puls", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenALanguageWithoutTemplates_WhenRendered_ThenItIsEnglish()
    {
        var cohort = SampleMail.Cohort() with { Languages = ["../../etc", "en"] };
        Assert.Equal("en", Renderer.Render(SampleMail.Of("pulse", language: "xx"), cohort).Language);
    }

    [Fact]
    public void GivenAListInASentence_WhenRendered_ThenItIsReadAsTheLanguageListsThings()
    {
        var one = SampleMail.Of("match-none");
        var several = one with
        {
            Model = new Dictionary<string, object?>(one.Model) { ["held"] = new[] { "Li Wei (China)", "Sara (Egypt)", "Ana (Peru)" } },
        };

        var mail = Renderer.Render(several, SampleMail.Cohort());

        foreach (var part in new[] { mail.Text.Unwrapped(), mail.Html })
            Assert.Contains("applied twice: Li Wei (China), Sara (Egypt), and Ana (Peru).", part, StringComparison.Ordinal);
    }
}
