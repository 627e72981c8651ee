using System.Net;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Mailbox;

public sealed class MailboxPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenMails_WhenLookedForByRecipient_ThenOnlyTheirsAreListedAndTheirLinksWork()
    {
        var (one, other) = (await web.CohortAsync(), await web.CohortAsync());
        var link = await CommitteeVisit.AskAsync(web, one);
        await CommitteeVisit.AskAsync(web, other);

        var list = await ReadAsync($"/mailbox?q=LEAD@{one}");
        Assert.Contains($"lead@{one}.example", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"lead@{other}.example", list, StringComparison.Ordinal);
        var file = list.Split("href=\"/mailbox/")[1].Split('"')[0];
        var page = await ReadAsync($"/mailbox/{file}");
        Assert.Contains($"href=\"http://localhost{link}\"", page, StringComparison.Ordinal);
        Assert.Contains("sandbox=\"\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMailsHtml_WhenShownInItsFrame_ThenItsPolicyAllowsNothingToRun()
    {
        await CommitteeVisit.AskAsync(web, await web.CohortAsync());
        using var part = await OpenAsync($"/mailbox/{web.Mails("sign-in")[0].FileName}/html");
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Assert.StartsWith("sandbox; default-src 'none'", part.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("/mailbox/nothing.eml")]
    [InlineData("/mailbox/..%2Fhost.json")]
    [InlineData("/mailbox/host.json")]
    [InlineData("/mailbox/host.json/html")]
    public async Task GivenAnythingButAMail_WhenOpened_ThenThereIsNone(string path)
    {
        using var answer = await OpenAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=another-key-than-that")]
    [InlineData("?key=the-key-of-the-mailbox&key=the-key-of-the-mailbox")]
    public async Task GivenNoKey_WhenTheMailboxIsOpened_ThenItShowsNothing(string query)
    {
        await CommitteeVisit.AskAsync(web, await web.CohortAsync());
        foreach (var path in new[] { "", $"/{web.Mails("sign-in")[0].FileName}", $"/{web.Mails("sign-in")[0].FileName}/html" })
        {
            using var answer = await web.Client.GetAsync($"/mailbox{path}{query}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("lead@", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    async Task<string> ReadAsync(string path)
    {
        using var answer = await OpenAsync(path);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>With the cookie that the key is good for.</summary>
    async Task<HttpResponseMessage> OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", await CommitteeVisit.MailboxCookieAsync(web));
        return await web.Client.SendAsync(request);
    }
}
