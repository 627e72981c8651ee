using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ilnp.Tests.Pages.Visitors;

public sealed class VisitorGuardTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    /// <summary>What somebody may send to a form: content type and body.</summary>
    public static TheoryData<string, string> Broken() => new()
    {
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@b" },
        { "multipart/form-data; boundary=x", "--y--" },
        { "multipart/form-data; boundary=x", "" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\r\n\r\nx\r\n--x--" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--x--" },
        { "multipart/form-data; boundary=x", $"--x\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 500))}\r\nx\r\n--x--" },
        { "multipart/form-data; boundary=x", $"--x\r\nA: {new string('b', 50_000)}\r\n\r\nx\r\n--x--" },
        { $"multipart/form-data; boundary={new string('x', 3000)}", "--x--" },
        { "multipart/form-data; boundary=", "--x--" },
        { "multipart/form-data", "--x--" },
        { "application/x-www-form-urlencoded; charset=nonsense", "email=a" },
        { "application/x-www-form-urlencoded; charset=utf-7", "email=+AGE-" },
        { "application/x-www-form-urlencoded; charset=utf-16", "email=a" },
        { "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 5000).Select(n => $"f{n}=1")) },
        { "application/x-www-form-urlencoded", $"{new string('k', 3000)}=1" },
        { "application/x-www-form-urlencoded", "%00=%00&email=%00%FF%ZZ" },
        { "application/x-www-form-urlencoded", $"email={new string('a', 200_000)}" },
        { "application/json", "{}" },
        { "nonsense", "x" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task GivenARequestThatIsNoForm_WhenPostedAnywhere_ThenItIsTheSendersMistake(string type, string body)
    {
        var cohort = await web.CohortAsync();
        var start = web.Clock.Now;
        web.Clock.Now = new(2020, 3, 15, 12, 0, 0, TimeSpan.Zero); // it takes applications
        foreach (var path in new[]
        {
            "/sign-in", "/me", $"/apply/{cohort}", $"/cohorts/{cohort}/matching",
            $"/hooks/{cohort}/jotform", "/sign-in/none", "/me/link/none", "/d/none", "/mail-events/sendgrid",
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await web.Client.SendAsync(request);
            Assert.True((int)answer.StatusCode is >= 300 and < 500, $"{path}: {answer.StatusCode}");
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        web.Clock.Now = start;
    }

    [Fact]
    public async Task GivenACutForm_WhenPosted_ThenAPageSaysSo()
    {
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@b"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var answer = await web.Client.PostAsync("/me", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("We could not read this", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/apply/a%2Fb")]
    [InlineData("/apply/a%23%3F%5Cb")]
    [InlineData("/apply/%C3%28")]
    [InlineData("/apply/%7F%C2%85")]
    [InlineData("/apply/'%20or%20true")]
    [InlineData("/d/%FF%FE")]
    [InlineData("/files/a%2Fb/x")]
    [InlineData("/files/none")]
    [InlineData("/unsubscribe/a.b")]
    [InlineData("/nowhere/at/all")]
    public async Task GivenAnOddAddress_WhenOpened_ThenAPageSaysThatThereIsNothing(string path)
    {
        using var answer = await web.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/apply/", 3000)]
    [InlineData("/apply/%00", 0)]
    [InlineData("/files/%00/", 1)]
    public async Task GivenAnAddressThatCanBeNobodys_WhenOpened_ThenItIsTheSendersMistake(string path, int more)
    {
        using var answer = await web.Client.GetAsync($"{path}{new string('x', more)}");
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/me/close")]
    [InlineData("/d/none")]
    public async Task GivenAPageOfAnotherSite_WhenItPosts_ThenItIsRefused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/hooks/nowhere/tally", HttpStatusCode.Unauthorized)]
    [InlineData("/unsubscribe/none", HttpStatusCode.NotFound)]
    public async Task GivenAServiceThatCallsFromItsOwnSite_WhenItPosts_ThenItsSignatureDecides(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task GivenAFlood_WhenTheLimitIsReached_ThenItIsAskedToWaitAndServedInTheNextMinute()
    {
        for (var post = 0; post < WebHostFixture.PostsPerMinute; post++) Assert.Equal(HttpStatusCode.SeeOther, await CloseAsync());
        using (var refused = await web.Client.PostAsync("/me/close", null))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.Contains("wait a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var start = web.Clock.Now;
        web.Clock.Now = start.AddMinutes(1);
        Assert.Equal(HttpStatusCode.SeeOther, await CloseAsync());
        web.Clock.Now = start;

        async Task<HttpStatusCode> CloseAsync()
        {
            using var answer = await web.Client.PostAsync("/me/close", null);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task GivenAnyAnswer_WhenSent_ThenBrowsersAreToldToComeSafely()
    {
        var cohort = await web.CohortAsync();
        foreach (var path in new[] { "/sign-in", "/nowhere", $"/cohorts/{cohort}", "/assets/site.css", "/mailbox" })
        {
            using var answer = await web.Client.GetAsync(path);
            foreach (var header in new[]
            {
                "Strict-Transport-Security", "X-Content-Type-Options", "Content-Security-Policy", "X-Frame-Options", "Referrer-Policy",
            })
                Assert.True(answer.Headers.Contains(header), $"{path} lacks {header}");
        }
    }
}
