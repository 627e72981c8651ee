using System.Net;
using AngleSharp.Html.Parser;
using Ilnp.Approvals;
using Ilnp.Mail.Languages;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Mail.Languages;

/// <summary>The link in every mail and the switch on every page that change the language of mails and pages.</summary>
public sealed class LanguagePageTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenALink_WhenLookedAt_ThenEveryLanguageHasAButtonAndNothingChanges()
    {
        var (cohort, path) = await PersonAsync();
        var page = new HtmlParser().ParseDocument(await web.Client.GetStringAsync(path));

        Assert.Equal(
            SampleCohort.Settings(cohort).Languages, page.QuerySelectorAll("main button").Select(button => button.GetAttribute("value")));
        Assert.Contains("日本語", page.QuerySelectorAll("main button").Select(button => button.TextContent));
        Assert.Equal("en", (await FindAsync(cohort)).MailLanguage);
    }

    [Fact]
    public async Task GivenALanguage_WhenPressedTwice_ThenMailsAndPagesComeInIt()
    {
        var (cohort, path) = await PersonAsync();
        foreach (var _ in new[] { 1, 2 })
        {
            using var answer = await PostAsync(path, "ar");
            Assert.Equal((HttpStatusCode.SeeOther, $"{path}?done=1"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        Assert.Equal(("ar", true), ((await FindAsync(cohort)).MailLanguage, (await FindAsync(cohort)).ChoseLanguage));
        var page = new HtmlParser().ParseDocument(await web.Client.GetStringAsync($"{path}?done=1"));
        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.NotNull(page.QuerySelector("[role=status]"));
        var decision = await DecisionAsync(cohort);
        Assert.Contains("lang=\"ar\"", await web.Client.GetStringAsync(decision), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenADecisionsPage_WhenItsSwitchIsPressed_ThenTheReaderIsBackOnItInTheNewLanguage()
    {
        var (cohort, _) = await PersonAsync();
        var decision = await DecisionAsync(cohort);
        var form = new HtmlParser().ParseDocument(await web.Client.GetStringAsync(decision)).QuerySelector("footer form")!;

        using var answer = await PostAsync(form.GetAttribute("action")!, "ja");

        Assert.Equal($"{decision}?lang=ja", answer.Headers.Location!.OriginalString);
        Assert.Contains("<html lang=\"ja\"", await web.Client.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        Assert.Equal("ja", (await FindAsync(cohort)).MailLanguage);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task GivenAnAddressElsewhereToComeBackTo_WhenPressed_ThenTheReaderStaysHere(string back)
    {
        var (_, path) = await PersonAsync();
        using var answer = await PostAsync($"{path}?back={Uri.EscapeDataString(back)}", "fr");
        Assert.Equal($"{path}?done=1", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("sw")]
    [InlineData("")]
    [InlineData("../en")]
    public async Task GivenALanguageThatIsNotOffered_WhenPosted_ThenNothingChanges(string language)
    {
        var (cohort, path) = await PersonAsync();
        using var answer = await PostAsync(path, language);
        Assert.Equal((HttpStatusCode.SeeOther, path), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("en", (await FindAsync(cohort)).MailLanguage);
    }

    [Fact]
    public async Task GivenAChangedToken_WhenOpenedOrPosted_ThenThePageIsNotThere()
    {
        var (_, path) = await PersonAsync();
        using var shown = await web.Client.GetAsync(path[..^2] + "xx");
        using var posted = await PostAsync(path[..^2] + "xx", "fr");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, posted.StatusCode));
    }

    [Fact]
    public async Task GivenSomebodyUnknown_WhenTheBrowserAsksForALanguage_ThenPagesComeInItAndOfferTheOthers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/d/k1.AAAA") { Headers = { { "Accept-Language", "pt-BR,pt;q=0.9" } } };
        using var answer = await web.Client.SendAsync(request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("pt", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("?lang=ko", page.QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")));
        Assert.Contains(
            "<html lang=\"ko\"",
            await (await web.Client.GetAsync("/d/k1.AAAA?lang=ko")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    async Task<(string Cohort, string Path)> PersonAsync()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "Zoë Müller", "DE"));
        return (cohort, web.Get<LanguageLinks>().PathFor(cohort, "P1", web.Clock.Now));
    }

    async Task<string> DecisionAsync(string cohort) => (await web.Get<DecisionLinks>().OpenAsync(new()
    {
        CohortId = cohort,
        DecisionId = "availability-P1",
        Form = "availability",
        SubjectId = "P1",
        ClosesAt = web.Clock.Now.AddDays(10),
    })).PathAndQuery;

    Task<HttpResponseMessage> PostAsync(string path, string language) =>
        web.Client.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("language", language)]));

    Task<Person> FindAsync(string cohort) => web.Get<PeopleStore>().GetAsync(cohort, "P1");
}
