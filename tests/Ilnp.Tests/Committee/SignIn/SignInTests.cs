using System.Net;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.SignIn;

public sealed class SignInTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("/groups")]
    [InlineData("/people")]
    [InlineData("/matching")]
    public async Task GivenNobodySignedIn_WhenACommitteePageIsOpened_ThenSigningInIsAskedFor(string page)
    {
        var cohort = await web.CohortAsync();
        var path = $"/cohorts/{cohort}{page}";
        Assert.Equal(
            (HttpStatusCode.SeeOther, $"/sign-in?to={Uri.EscapeDataString(path)}"), await CommitteeVisit.GetAsync(web, path, null));
        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, path, "ilnp-session=k1.AAAA")).Status);
    }

    [Fact]
    public async Task GivenAMembersAddress_WhenTheMailedLinkIsPressed_ThenThePagesOpen()
    {
        var cohort = await web.CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Zoë Müller", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenASignInLink_WhenOpenedTwentyTimes_ThenNobodyIsSignedInAndItWorksOnce()
    {
        var cohort = await web.CohortAsync();
        var link = await CommitteeVisit.AskAsync(web, cohort);
        for (var i = 0; i < 20; i++)
        {
            using var seen = await web.Client.GetAsync(link);
            Assert.Equal((HttpStatusCode.OK, false), (seen.StatusCode, seen.Headers.Contains("Set-Cookie")));
        }

        using var first = await web.Client.PostAsync(link, null);
        using var second = await web.Client.PostAsync(link, null);
        Assert.Equal((HttpStatusCode.SeeOther, true), (first.StatusCode, first.Headers.Contains("Set-Cookie")));
        Assert.Equal((HttpStatusCode.Gone, false), (second.StatusCode, second.Headers.Contains("Set-Cookie")));
        Assert.Contains("httponly", first.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", first.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GivenAStrangersAddress_WhenALinkIsAskedFor_ThenTheAnswerIsTheSameAndNoMailIsSent()
    {
        var mails = web.Mails("sign-in").Count;
        using var asked = await CommitteeVisit.PostAsync(web, "/sign-in", "stranger@elsewhere.example");
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?sent=1"), (asked.StatusCode, asked.Headers.Location!.OriginalString));
        Assert.Equal(mails, web.Mails("sign-in").Count);
    }

    [Fact]
    public async Task GivenAMemberOfAnotherCohort_WhenTheyOpenThisOne_ThenItIsNotTheirs()
    {
        var (mine, other) = (await web.CohortAsync(), await web.CohortAsync());
        var cookie = await CommitteeVisit.SignInAsync(web, mine);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, $"/cohorts/{other}", cookie)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, "/cohorts/nowhere", cookie)).Status);
    }

    [Fact]
    public async Task GivenAMemberOfTwoCohorts_WhenSignedIn_ThenBothAreListedAndNoOther()
    {
        var (one, two, other) = (await web.CohortAsync(), $"c{Guid.NewGuid():N}"[..12], await web.CohortAsync());
        var settings = SampleCohort.Settings(one);
        await web.Get<Ilnp.Programme.CohortStore>().TryAddAsync(SampleCohort.Settings(two) with { Committee = settings.Committee });
        var link = await CommitteeVisit.AskAsync(web, one);

        using var done = await web.Client.PostAsync(link, null);
        var (_, html) = await CommitteeVisit.GetAsync(web, "/cohorts", done.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        Assert.Equal("/cohorts", done.Headers.Location!.OriginalString);
        Assert.Contains($"href=\"/cohorts/{one}\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cohorts/{two}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(other, html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?to=%2Fcohorts"), await CommitteeVisit.GetAsync(web, "/cohorts", null));
    }

    [Fact]
    public async Task GivenAUsedLinkOrAnotherCommittee_WhenOpened_ThenThePageLeadsOn()
    {
        var cohort = await web.CohortAsync();
        var link = await CommitteeVisit.AskAsync(web, cohort);
        using var first = await web.Client.PostAsync(link, null);
        using var again = await web.Client.PostAsync(link, null);
        var cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.Contains("href=\"/sign-in\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/cohorts\"", (await CommitteeVisit.GetAsync(web, "/cohorts/nowhere", cookie)).Html, StringComparison.Ordinal);
        using var apply = await web.Client.GetAsync("/apply/nowhere");
        Assert.Contains("href=\"/\"", await apply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenASession_WhenItsDaysAreOver_ThenSigningInIsAskedForAgain()
    {
        var cohort = await web.CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var start = web.Clock.Now;
        web.Clock.Now = start.AddDays(7).AddMinutes(1);
        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie)).Status);
        web.Clock.Now = start;
    }

    [Theory]
    [InlineData("https://elsewhere.example/", null)]
    [InlineData("//elsewhere.example/", null)]
    [InlineData("/\\elsewhere.example", null)]
    [InlineData("/cohorts/x/people", "/cohorts/x/people")]
    public async Task GivenAWishedPage_WhenSignedIn_ThenOnlyOurOwnPagesAreGoneTo(string wished, string? expected)
    {
        var cohort = await web.CohortAsync();
        var link = await CommitteeVisit.AskAsync(web, cohort, to: Uri.EscapeDataString(wished));
        using var done = await web.Client.PostAsync(link, null);
        Assert.Equal(expected ?? $"/cohorts/{cohort}", done.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task GivenASession_WhenSignedOutOf_ThenItsCookieIsGoodNowhereAndOtherDevicesStaySignedIn()
    {
        var cohort = await web.CohortAsync();
        var here = await CommitteeVisit.SignInAsync(web, cohort);
        var start = web.Clock.Now;
        web.Clock.Now = start.AddMinutes(1); // the next link
        var there = await CommitteeVisit.SignInAsync(web, cohort);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Headers = { { "Cookie", here } } };
        using var done = await web.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (done.StatusCode, done.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", there)).Status);
        web.Clock.Now = start;
    }
}
