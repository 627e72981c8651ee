using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Committee.OwnWords;
using Ilnp.Mail.OwnWords;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Prompts.Library;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.OwnWords;

/// <summary>A lead who puts a conversation topic into the cohort's own words, and back.</summary>
public sealed partial class TopicPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    const string Topic = "topic.failure";

    [Fact]
    public async Task GivenALead_WhenSheSavesATopicAndGoesBack_ThenGroupsOfThisCohortGetItInThatLanguageMeanwhile()
    {
        var (cohort, cookie) = await BeginAsync();
        var path = $"/cohorts/{cohort}/wording/{Topic}/es";

        var saved = await PostAsync(Action(await PageAsync(path, cookie)), cookie, "Un fracaso útil", "¿Qué aprendieron?\n¿Y su equipo?");
        var (own, page, list) = (await TextAsync(cohort, "es"), await PageAsync(path, cookie), await ListAsync(cohort, cookie));
        var (other, english) = (await TextAsync(await web.CohortAsync(), "es"), await TextAsync(cohort, "en"));
        var audit = await PageAsync($"/cohorts/{cohort}/audit", cookie);
        await PostAsync(Action(page), cookie, "", "", ("do", "wording-back"));

        Assert.Equal((HttpStatusCode.SeeOther, $"{path}?done=wording-save"), saved);
        Assert.Equal(new("Un fracaso útil", "¿Qué aprendieron?\n¿Y su equipo?"), own);
        Assert.Contains("Your own words count: version 1, by Zoë Müller", Words(page), StringComparison.Ordinal);
        Assert.Contains("español: your own words, by Zoë Müller", Words(list), StringComparison.Ordinal);
        Assert.Contains("Conversation topic “failure” (español)", Words(audit), StringComparison.Ordinal);
        Assert.Equal(web.Get<PromptTexts>().Find("failure", "es"), other);
        Assert.Equal(web.Get<PromptTexts>().Find("failure", "en"), english);
        Assert.Equal(other, await TextAsync(cohort, "es"));
        Assert.Contains("Version 2: back to the original", Words(await PageAsync(path, cookie)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A title", "One line.\nHello {{ name }}!", "Text, line 2: “{{ name }}”: a topic has no placeholders")]
    [InlineData("For {{ partners }}", "Text", "Title, line 1: “{{ partners }}”: a topic has no placeholders")]
    [InlineData("A title", "See [this](https://a.example) now", "Text, line 1: “[this](https://a.example)”: a topic has no links")]
    [InlineData("A title", "Line\n\n<b>bold</b>", "Text, line 3: “<b>” is markup")]
    [InlineData("", "Text", "Title: nothing stands there")]
    [InlineData("A title", "", "Text: nothing stands there")]
    public async Task GivenAMistake_WhenSaved_ThenItNamesLineAndPlaceholderAndNothingIsKept(string title, string text, string said)
    {
        var (cohort, cookie) = await BeginAsync();

        var (status, html) = await PostAsync(Action(await PageAsync($"/cohorts/{cohort}/wording/{Topic}/en", cookie)), cookie, title, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said, WebUtility.HtmlDecode(Words(html)), StringComparison.Ordinal);
        Assert.Empty(await web.Get<OwnWordingStore>().ListAsync(cohort, default));
    }

    [Fact]
    public async Task GivenWordsThatAreTyped_WhenPreviewed_ThenTheMonthsMailShowsThemToSomebodyInventedAndNothingIsKept()
    {
        var (cohort, cookie) = await BeginAsync();

        var (status, html) = await PostAsync(
            $"/cohorts/{cohort}/wording/{Topic}/ar/preview", cookie, "فشل مفيد", "ماذا تعلمتم منه؟ وماذا غيّرتم؟");
        var (_, wrong) = await PostAsync($"/cohorts/{cohort}/wording/{Topic}/ar/preview", cookie, "فشل", "{{ x }}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("فشل مفيد", html, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", html, StringComparison.Ordinal);
        Assert.Contains("Amina Diallo", html, StringComparison.Ordinal);
        Assert.StartsWith("Text, line 1: “{{ x }}”", wrong, StringComparison.Ordinal);
        Assert.Empty(await web.Get<OwnWordingStore>().ListAsync(cohort, default));
    }

    [Fact]
    public async Task GivenEveryTopicInEachLanguage_WhenItIsChecked_ThenTheLibraryItselfPasses()
    {
        var (cohort, cookie) = await BeginAsync();
        var (own, settings) = (web.Get<OwnTexts>(), await web.Get<CohortStore>().GetAsync(cohort));
        var list = await ListAsync(cohort, cookie);

        Assert.True(list.Length < 100_000);
        foreach (var template in PromptCatalogue.All.Select(prompt => CohortPrompts.TemplateOf(prompt.Id)))
        {
            Assert.Contains($"/cohorts/{cohort}/wording/{template}/en\"", list, StringComparison.Ordinal);
            foreach (var language in settings.Languages)
                Assert.Empty(own.Mistakes(settings, template, language, own.Original(template, language)));
        }

        Assert.Equal(
            (HttpStatusCode.SeeOther, $"/cohorts/{cohort}/wording"),
            await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/wording/topic.nothing/en", cookie));
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        foreach (var path in new[] { "topics", $"{Topic}/en", $"{Topic}/en/preview" })
            Assert.Equal(
                HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/wording/{path}", liaison)).Status);
    }

    async Task<PromptText> TextAsync(string cohort, string language) => Assert.Single(
        await web.Get<CohortPrompts>().OfAsync(await web.Get<CohortStore>().GetAsync(cohort), ["failure"], language));

    Task<string> ListAsync(string cohort, string cookie) => PageAsync($"/cohorts/{cohort}/wording/topics", cookie);

    async Task<(string Cohort, string Cookie)> BeginAsync()
    {
        var cohort = await web.CohortAsync();
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    async Task<string> PageAsync(string path, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return html;
    }

    async Task<(HttpStatusCode Status, string Html)> PostAsync(
        string path, string cookie, string title, string text, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] fields =
        [
            ("subject", title), ("body", text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            .. more.Length > 0 ? more : [("do", "wording-save")],
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.SeeOther
                ? answer.Headers.Location!.OriginalString
                : await answer.Content.ReadAsStringAsync());
    }

    static string Action(string page) => WebUtility.HtmlDecode(ActionOf.Match(page).Groups[1].Value);

    /// <summary>Without what keeps names apart from the text around them.</summary>
    static string Words(string html) => html.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);

    [GeneratedRegex("method=\"post\" action=\"(/cohorts[^\"]+)\"")]
    private static partial Regex ActionOf { get; }
}
