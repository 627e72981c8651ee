using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Rights;

/// <summary>What somebody, and a lead for them, sees of all that is held, and how it goes.</summary>
public sealed class OwnDataTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task GivenAnOpenPage_WhenEverythingIsShown_ThenThePageAndTheFileSayTheSame()
    {
        var cohort = await CohortAsync();
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");

        var (_, own) = await CommitteeVisit.GetAsync(web, "/me", cookie);
        Assert.Equal("data", new HtmlParser().ParseDocument(own).QuerySelectorAll("[data-card]")[^1].GetAttribute("data-card"));
        var (status, html) = await CommitteeVisit.GetAsync(web, "/me/data", cookie);
        var page = new HtmlParser().ParseDocument(html);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me/data.json");
        request.Headers.Add("Cookie", cookie);
        using var file = await web.Client.SendAsync(request);
        var held = JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement.GetProperty("rounds")[0].GetProperty("held");

        Assert.Equal(
            (HttpStatusCode.OK, "my-data.json", true),
            (status, file.Content.Headers.ContentDisposition!.FileName, file.Headers.CacheControl!.NoStore));
        Assert.Equal(
            held.EnumerateObject().Select(kind => kind.Name),
            page.QuerySelectorAll("[data-card]").Select(card => card.GetAttribute("data-card")));
        Assert.Contains("Wanjiru Kamau", page.QuerySelector("[data-card=people]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Open your page of ILNP Spring 2020", page.QuerySelector("[data-card=mails]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Yes, I will take part", page.QuerySelector("[data-card=decisions]")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Wanjiru Kamau", held.GetProperty("people")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task GivenTheQuestion_WhenLookedAtManyTimes_ThenNothingChangesAndOnePressErases()
    {
        var cohort = await CohortAsync();
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, "/me/erase", cookie)).Status);
        Assert.False((await web.Get<PeopleStore>().GetAsync(cohort, "P1")).IsErased);

        for (var press = 0; press < 2; press++)
        {
            using var pressed = await PressAsync("/me/erase", cookie);
            Assert.Equal((HttpStatusCode.SeeOther, "/me/erased?lang=en"), (pressed.StatusCode, pressed.Headers.Location!.OriginalString));
            await ErasedAsync(cohort);
        }

        Assert.True((await web.Get<PeopleStore>().GetAsync(cohort, "P1")).IsErased);
        Assert.Empty(await web.Get<DecisionStore>().ListAsync(cohort));
        Assert.Contains("is being erased", (await CommitteeVisit.GetAsync(web, "/me/erased", null)).Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), await CommitteeVisit.GetAsync(web, "/me/data", cookie));
        foreach (var entry in web.Get<LocalMailbox>().List())
            Assert.DoesNotContain(
                (await web.Get<LocalMailbox>().ReadAsync(entry.FileName))!.To,
                to => to.Address.Contains(cohort, StringComparison.Ordinal) && to.Name == "Wanjiru Kamau");
    }

    [Theory]
    [InlineData("/me/data")]
    [InlineData("/me/data.json")]
    [InlineData("/me/erase")]
    public async Task GivenAClosedPage_WhenAskedFor_ThenNothingIsShown(string path)
    {
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), await CommitteeVisit.GetAsync(web, path, null));
        using var pressed = await PressAsync("/me/erase", "ilnp-own=k1.AAAA");
        Assert.Equal("/me", pressed.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task GivenTheCommittee_WhenItLooksAtAPerson_ThenLeadsSeeAndEraseAndLiaisonsDoNot()
    {
        var cohort = await CohortAsync();
        var lead = await CommitteeVisit.SignInAsync(web, cohort);
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        var person = $"/cohorts/{cohort}/people/P1";

        Assert.Contains($"href=\"{person}/data\"", (await CommitteeVisit.GetAsync(web, person, lead)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/data\"", (await CommitteeVisit.GetAsync(web, person, liaison)).Html, StringComparison.Ordinal);
        foreach (var page in new[] { "data", "data.json", "erase" })
        {
            Assert.Equal(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, $"{person}/{page}", lead)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"{person}/{page}", liaison)).Status);
            Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"{person}/{page}", null)).Status);
        }

        using (var refused = await PressAsync($"{person}/erase", liaison)) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False((await web.Get<PeopleStore>().GetAsync(cohort, "P1")).IsErased);
        using (var pressed = await PressAsync($"{person}/erase", lead)) Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        await ErasedAsync(cohort);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, $"{person}/data", lead)).Status);
        Assert.Equal(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, $"{person}/erase?done=1", lead)).Status);
    }

    /// <summary>Somebody who said yes, with an address of their own.</summary>
    async Task<string> CohortAsync()
    {
        var cohort = await web.CohortAsync();
        await web.Get<PeopleStore>().TryAddAsync(
            SampleCohort.Person(cohort, "P1", "Wanjiru Kamau", "KE", Standing.Asked) with { Email = $"wanjiru@{cohort}.example" });
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = "availability-P1",
            Form = "availability",
            SubjectId = "P1",
            ClosesAt = web.Clock.Now.AddDays(5),
            Receipt = false,
        });
        using var answered = await web.Client.PostAsync(
            link.PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("choice", "yes")]));
        return cohort;
    }

    async Task ErasedAsync(string cohort)
    {
        using var limit = new CancellationTokenSource(Patience);
        var ended = await web.Durable.WaitForInstanceCompletionAsync(InstanceIds.Erasure(cohort, "P1"), limit.Token);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
    }

    async Task<HttpResponseMessage> PressAsync(string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Cookie", cookie);
        return await web.Client.SendAsync(request);
    }
}
