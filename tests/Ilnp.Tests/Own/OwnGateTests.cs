using System.Net;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Own;

/// <summary>Who gets to see somebody's page, and who does not.</summary>
public sealed class OwnGateTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    Task<string> CohortAsync() =>
        web.CohortAsync(
            SampleCohort.Person("", "P1", "Wanjiru Kamau", "KE") with { Email = $"wanjiru-{Guid.NewGuid():N}@library.example" });

    [Fact]
    public async Task GivenAForwardedLink_WhenOpenedElsewhere_ThenItShowsNothingOfAnybody()
    {
        var cohort = await CohortAsync();
        var link = await OwnVisit.LinkAsync(web, cohort, "P1");
        for (var i = 0; i < 20; i++)
        {
            using var seen = await web.Client.GetAsync(link);
            var html = await seen.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.OK, false), (seen.StatusCode, seen.Headers.Contains("Set-Cookie")));
            foreach (var personal in new[] { "Wanjiru", "Kamau", "library.example", "Kenya", "ILNP" })
                Assert.DoesNotContain(personal, html, StringComparison.Ordinal);
        }

        Assert.Empty(await OwnVisit.KeysAsync(web, cohort, "P1"));
    }

    [Fact]
    public async Task GivenTheMailedKey_WhenPressed_ThenThePageOpensOnceAndLookingOpensNothing()
    {
        var cohort = await CohortAsync();
        var key = await OwnVisit.KeyAsync(web, cohort, "P1");
        for (var i = 0; i < 5; i++)
        {
            using var seen = await web.Client.GetAsync(key);
            Assert.Equal((HttpStatusCode.OK, false), (seen.StatusCode, seen.Headers.Contains("Set-Cookie")));
        }

        using var first = await web.Client.PostAsync(key, null);
        using var second = await web.Client.PostAsync(key, null);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Gone), (first.StatusCode, second.StatusCode));
        Assert.False(second.Headers.Contains("Set-Cookie"));
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        var (status, html) = await CommitteeVisit.GetAsync(web, "/me", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Wanjiru Kamau", html, StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.SeeOther, "/me"),
            await CommitteeVisit.GetAsync(web, await OwnVisit.LinkAsync(web, cohort, "P1"), cookie.Split(';')[0]));
    }

    [Fact]
    public async Task GivenAnImpatientPerson_WhenTheyAskTenTimes_ThenOneMailComes()
    {
        var cohort = await CohortAsync();
        var link = await OwnVisit.LinkAsync(web, cohort, "P1");
        for (var i = 0; i < 10; i++) using (await web.Client.PostAsync(link, null)) { }

        Assert.Single(await OwnVisit.KeysAsync(web, cohort, "P1"));
    }

    [Fact]
    public async Task GivenAKeyOfYesterday_WhenPressed_ThenItIsTooOld()
    {
        var cohort = await CohortAsync();
        var key = await OwnVisit.KeyAsync(web, cohort, "P1");
        var now = web.Clock.Now;
        web.Clock.Now = now.AddHours(2);
        using var pressed = await web.Client.PostAsync(key, null);
        web.Clock.Now = now;
        Assert.Equal((HttpStatusCode.Gone, false), (pressed.StatusCode, pressed.Headers.Contains("Set-Cookie")));
    }

    [Theory]
    [InlineData("/me/link/k1.AAAA")]
    [InlineData("/me/link/nonsense")]
    public async Task GivenALinkThatIsNone_WhenFollowed_ThenThePageIsAskedForByAddress(string path)
    {
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), await CommitteeVisit.GetAsync(web, path, null));
        var (status, html) = await CommitteeVisit.GetAsync(web, "/me", "ilnp-own=k1.AAAA");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("type=\"email\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnAddress_WhenAskedFor_ThenTheAnswerIsTheSameForKnownAndUnknown()
    {
        var cohort = await web.CohortAsync();
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var address = $"wanjiru-{Guid.NewGuid():N}@library.example";
        var id = web.Get<Identities>().PersonId(settings, address);
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, id, "Wanjiru Kamau", "KE") with { Email = address });

        using var known = await CommitteeVisit.PostAsync(web, "/me", address.ToUpperInvariant());
        using var unknown = await CommitteeVisit.PostAsync(web, "/me", "stranger@elsewhere.example");

        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
        Assert.Single(await OwnVisit.KeysAsync(web, cohort, id));
    }

    [Fact]
    public async Task GivenAnAddressOfTwoPeople_WhenAskedFor_ThenEachHasAMailThatSaysWhosePageItOpens()
    {
        var settings = await web.Get<CohortStore>().GetAsync(await web.CohortAsync());
        var address = $"desk-{Guid.NewGuid():N}@library.example";
        var (first, second) = (
            web.Get<Identities>().PersonId(settings, address), web.Get<Identities>().PersonId(settings, address, ["huaman", "tomas"]));
        foreach (var (id, name) in new[] { (first, "Rosa Quispe"), (second, "Tomás Huamán") })
            await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(settings.Id, id, name, "PE") with { Email = address });

        using var asked = await CommitteeVisit.PostAsync(web, "/me", address);
        using var unknown = await CommitteeVisit.PostAsync(web, "/me", "stranger@elsewhere.example");

        Assert.Equal(unknown.Headers.Location, asked.Headers.Location);
        foreach (var name in new[] { "Rosa Quispe", "Tomás Huamán" })
        {
            var mail = Assert.Single(await MailsAsync(address), mail => mail.To[0].Name == name);
            Assert.Contains($"This link opens the page of {name}.", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.Contains($"For {name}. The link works once", WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
            using var opened = await web.Client.PostAsync(OwnVisit.KeyOf(mail), null);
            var (_, html) = await CommitteeVisit.GetAsync(web, "/me", opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
            Assert.Contains(name, html, StringComparison.Ordinal);
        }
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string address) =>
        [.. (await Task.WhenAll(web.Mails("own-page").Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName))))
            .OfType<MailboxMail>().Where(mail => mail.To[0].Address == address)];

    [Fact]
    public async Task GivenAnOpenPage_WhenThePersonIsErasedOrCloses_ThenNothingIsShown()
    {
        var cohort = await CohortAsync();
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        using var close = new HttpRequestMessage(HttpMethod.Post, "/me/close");
        close.Headers.Add("Cookie", cookie);
        using var closed = await web.Client.SendAsync(close);
        Assert.Contains("ilnp-own=;", closed.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal("/me", await OwnVisit.PressAsync(web, "ilnp-own=", "care", "word"));
        Assert.Equal("/me", await OwnVisit.PressAsync(web, cookie, "nowhere", "nothing"));
    }
}
