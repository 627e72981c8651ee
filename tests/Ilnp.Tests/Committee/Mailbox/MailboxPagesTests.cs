using System.Net;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Committee.Mailbox;

[Collection(AzuriteTests.Name)]
public sealed class MailboxPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenMails_WhenLookedForByRecipient_ThenOnlyTheirsAreListedAndTheirLinksWork()
    {
        var (one, other) = (await web.CohortAsync(), await web.CohortAsync());
        var link = await CommitteeVisit.AskAsync(web, one);
        await CommitteeVisit.AskAsync(web, other);

        var list = await web.Client.GetStringAsync($"/mailbox?q=LEAD@{one}");
        Assert.Contains($"lead@{one}.example", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"lead@{other}.example", list, StringComparison.Ordinal);
        var file = list.Split("href=\"/mailbox/")[1].Split('"')[0];
        var page = await web.Client.GetStringAsync($"/mailbox/{file}");
        Assert.Contains($"href=\"http://localhost{link}\"", page, StringComparison.Ordinal);
        Assert.Contains("sandbox=\"\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMailsHtml_WhenShownInItsFrame_ThenItsPolicyAllowsNothingToRun()
    {
        await CommitteeVisit.AskAsync(web, await web.CohortAsync());
        using var part = await web.Client.GetAsync($"/mailbox/{web.Mails("sign-in")[0].FileName}/html");
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
        using var answer = await web.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
