using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Tests.Texts;
using Ilnp.Texts;

namespace Ilnp.Tests.Mail.Rendering;

/// <summary>Every mail in every way that it can take and every language, as mail programs are known to draw it.</summary>
public sealed class MailLayoutTests
{
    /// <summary>Gmail cuts longer ones off.</summary>
    const int Largest = 100_000;

    static readonly MailRenderer Renderer = new(MailParts.Templates);
    static readonly MailSamples Samples = new(AppParts.Of<MailSample>());
    static readonly CohortSettings Cohort = SampleMail.Cohort() with { Languages = [.. AppTexts.Shelf.Languages] };

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyMail_WhenDrawn_ThenItHasOnlyWhatMailProgramsKnow(string language) => Each(language, (_, page) =>
    {
        var unknown = page.All.SelectMany(KnownHtml.Unknown).Distinct().ToList();
        Assert.True(unknown.Count == 0, string.Join(", ", unknown));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
        Assert.All(
            page.QuerySelectorAll("td[style*=background-color]"),
            cell => Assert.Contains(cell.GetAttribute("bgcolor")!, cell.GetAttribute("style"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("img, svg, picture, form, input, button, script, link, iframe"));
        Assert.Equal(
            (language, Direction.Of(language)), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
    });

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyMail_WhenDrawnByNight_ThenEachOfItsColoursHasOneForTheNight(string language) => Each(language, (mail, page) =>
    {
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        foreach (var element in page.Body!.QuerySelectorAll("[style]")
            .Where(element => element.TextContent.Trim().Length > 0 && !IsHidden(element)))
            foreach (var (property, _) in KnownHtml.Style(element).Where(style => style.Property is "color" or "background-color"))
                Assert.True(
                    element.ClassList.Any(name => HasRule(mail.Html, name, property)),
                    $"{element.LocalName}.{element.ClassName} {property}");
    });

    static bool HasRule(string html, string name, string property) => html.Contains($".{name}{{{property}:", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyMail_WhenListed_ThenItsPreheaderSaysMoreThanItsSubject(string language) => Each(language, (mail, page) =>
    {
        var hidden = Assert.Single(page.Body!.Children, IsHidden);
        Assert.Same(page.Body.FirstElementChild, hidden);
        var words = hidden.TextContent.Split('\u034F')[0].Trim();
        Assert.True(words.Length > 3, $"The pre-header is '{words}'.");
        Assert.NotEqual(mail.Subject, words);
        Assert.DoesNotContain("m-card", words, StringComparison.Ordinal);
        Assert.True(hidden.TextContent.Count(letter => letter == '\u034F') >= 60);
    });

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyMail_WhenReadAsPlainText_ThenItsLinesAreShort(string language) => Each(language, (mail, _) =>
    {
        var text = PlainLines.Wrapped(mail.Text);
        Assert.Equal(Squeezed(mail.Text), Squeezed(text));
        Assert.All(
            text.Split('\n').Where(line => PlainLines.Width(line) > PlainLines.Columns),
            line => Assert.DoesNotContain(' ', line.TrimStart('>', ' ', '-')));
        Assert.True(Encoding.UTF8.GetByteCount(mail.Html) + Encoding.UTF8.GetByteCount(text) < Largest);
    });

    [Theory, MemberData(nameof(Languages))]
    public void GivenOwnWordsWithoutAPreheader_WhenWritten_ThenTheListShowsHowTheMailBegins(string language)
    {
        var words = MailParts.Wording.Original("pulse", language) with { Preheader = "" };
        var mail = Renderer.Render(words.Template("pulse", language), SampleMail.Of("pulse", language: language), Cohort, default);
        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.StartsWith(
            page.Body!.FirstElementChild!.TextContent.Split('\u034F')[0],
            page.QuerySelectorAll(".m-card > p")[1].TextContent,
            StringComparison.Ordinal);
    }

    static string Squeezed(string text) =>
        string.Concat(text.Replace("> ", "", StringComparison.Ordinal).Where(letter => !char.IsWhiteSpace(letter)));

    static bool IsHidden(IElement element) => KnownHtml.Style(element).Contains(("display", "none"));

    static void Each(string language, Action<RenderedMail, IHtmlDocument> check)
    {
        foreach (var message in Mails(language))
        {
            var mail = Renderer.Render(
                message, Cohort, new(new("https://ilnp.example.org/unsubscribe/x"), new("https://ilnp.example.org/language/x")));
            try
            {
                check(mail, new HtmlParser().ParseDocument(mail.Html));
            }
            catch (Xunit.Sdk.XunitException e)
            {
                throw new Xunit.Sdk.XunitException($"{message.Template}.{language}: {e.Message}", e);
            }
        }
    }

    static IEnumerable<MailMessage> Mails(string language)
    {
        var names = MailParts.Templates.Names.Where(name => language == "en" || !MailParts.Templates.IsForCommittee(name)).ToList();
        var own = new Uri("https://ilnp.example.org/me/link/x");
        return names.Select(name => SampleMail.Of(name, language: language) with { OwnPage = own })
            .Concat(names.SelectMany(Samples.Of).Select(sample => MailSamples.Message(sample, Cohort.Id, language) with { OwnPage = own }));
    }
}
