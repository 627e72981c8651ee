using System.Net;

namespace FunctionsHost.Tests.Http;

/// <summary>What <c>host.json</c> and settings say of how functions are served.</summary>
[Collection("host")]
public sealed class ServingTests(StorageFixture storage)
{
    [Theory(Timeout = 60_000)]
    [InlineData("""{"version":"2.0"}""", "/api/Named", "/Named")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"routePrefix":""}}}""", "/named", "/api/named")]
    [InlineData("""{"version":"2.0","extensions":{"http":{"routePrefix":"v1/own"}}}""", "/V1/Own/NAMED", "/own/named")]
    public async Task GivenAPrefix_WhenAFunctionHasNoRoute_ThenItIsServedByItsNameBelowThePrefix(
        string hostJson, string known, string unknown)
    {
        await using var host = await HostUnderTest.StartAsync(storage, new() { HostJson = hostJson }, typeof(Functions));

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(known)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(unknown)).StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenHeadersOfHostJson_WhenAnythingIsAnswered_ThenTheyAreThereErrorsIncluded()
    {
        var hostJson =
            """{"version":"2.0","extensions":{"http":{"routePrefix":"","customHeaders":{"X-Content-Type-Options":"nosniff"}}}}""";
        await using var host = await HostUnderTest.StartAsync(storage, new() { HostJson = hostJson }, typeof(Functions));

        foreach (var path in new[] { "/named", "/failing", "/nowhere", "/runtime/webhooks/durabletask/instances" })
            Assert.Equal("nosniff", (await host.Client.GetAsync(path)).Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("localhost:1", null, 200)]
    [InlineData("[::1]", null, 200)]
    [InlineData("evil.example", null, 421)]
    [InlineData("127.0.0.1.evil.example", null, 421)]
    [InlineData("ilnp.example", "ilnp.example; other.example", 200)]
    [InlineData("evil.example", "ilnp.example", 421)]
    public async Task GivenAName_WhenARequestIsForIt_ThenOnlyOursAreServed(string name, string? served, int status)
    {
        var setup = new HostSetup { Settings = new Dictionary<string, string?> { [HostSettings.Hosts] = served } };
        await using var host = await HostUnderTest.StartAsync(storage, setup, typeof(Functions));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/named") { Headers = { Host = name } };
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            status == 421,
            answer.Headers.TryGetValues("Content-Security-Policy", out var policy)
                && policy.Single().StartsWith("default-src 'none'", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenADisabledFunction_WhenItIsCalled_ThenItIsNotThere()
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobs.Named.Disabled"] = "true",
            ["AzureWebJobs:Quick:Disabled"] = "1",
            ["AzureWebJobs.Sized.Disabled"] = "false",
        };
        await using var host = await HostUnderTest.StartAsync(storage, new() { Settings = settings }, typeof(Functions));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/named")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsync("/sized", new StringContent("x"))).StatusCode);
        using var start = await host.Client.PostAsync(host.Management("/orchestrators/Quick"), null);
        Assert.Equal(HttpStatusCode.BadRequest, start.StatusCode);
        Assert.DoesNotContain("Named", host.Host.Functions);
        Assert.Contains(host.Logs, line => line.Text == "Not served: Named, Quick");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("""["sized"]""", "false")]
    [InlineData("""["sized","named"]""", "true")] // of what is named, a setting takes out more
    public async Task GivenFunctionsNamedInHostJson_WhenTheHostStarts_ThenTheOthersAreNotServed(string named, string disabled)
    {
        var setup = new HostSetup
        {
            HostJson = """{"version":"2.0","extensions":{"http":{"routePrefix":""}},"functions":""" + named + "}",
            Settings = new Dictionary<string, string?> { ["AzureWebJobs.Named.Disabled"] = disabled },
        };
        await using var host = await HostUnderTest.StartAsync(storage, setup, typeof(Functions));

        Assert.Equal(["Sized"], host.Host.Functions);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/named")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsync("/sized", new StringContent("x"))).StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("sized", 1000, false, 200)]
    [InlineData("sized", 1001, false, 413)]
    [InlineData("sized", 900, true, 200)]
    [InlineData("sized", 1001, true, 413)]
    [InlineData("named", 1001, false, 404)]
    public async Task GivenALimitOfBodies_WhenOneIsLarger_ThenItIsRefused(string path, int bytes, bool chunked, int status)
    {
        var settings = new Dictionary<string, string?> { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "1000" };
        await using var host = await HostUnderTest.StartAsync(storage, new() { Settings = settings }, typeof(Functions));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{path}") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.DoesNotContain(
            host.Logs, line => line.Level == LogLevel.Error && line.Text.StartsWith("Function Sized", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenALargeBody_WhenNoLimitIsSet_ThenItPasses()
    {
        await using var host = await HostUnderTest.StartAsync(storage, new(), typeof(Functions));

        using var response = await host.Client.PostAsync("/sized", new ByteArrayContent(new byte[40_000_000]));

        Assert.Equal("40000000", await response.Content.ReadAsStringAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenLimitsOfRequests_WhenMoreCome_ThenSomeWaitTheirTurnAndTheRestAreTooMany()
    {
        var hostJson =
            """{"version":"2.0","extensions":{"http":{"routePrefix":"","maxConcurrentRequests":2,"maxOutstandingRequests":3}}}""";
        await using var host = await HostUnderTest.StartAsync(storage, new() { HostJson = hostJson }, typeof(Crowded));

        var running = new[] { host.Client.GetAsync("/crowded"), host.Client.GetAsync("/crowded") };
        await Crowded.Entered.WaitAsync(TimeSpan.FromSeconds(20));
        await Crowded.Entered.WaitAsync(TimeSpan.FromSeconds(20));
        var others = Enumerable.Range(0, 3).Select(_ => host.Client.GetAsync("/crowded")).ToList();
        var refused = await Task.WhenAny(others);
        others.Remove(refused);
        var alsoRefused = await Task.WhenAny(others);
        others.Remove(alsoRefused);
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), ((await refused).StatusCode, (await alsoRefused).StatusCode));
        Assert.Equal(0, Crowded.Entered.CurrentCount);

        Crowded.Leave.Release(3);
        Assert.All(await Task.WhenAll([.. running, .. others]), response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    public static class Functions
    {
        [Function("Named")]
        public static IActionResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new OkResult();

        [Function("Failing")]
        public static IActionResult Failing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new InvalidOperationException("as it must");

        [Function("Sized")]
        public static async Task<IActionResult> Sized([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            var (size, buffer) = (0, new byte[65536]);
            for (var read = -1; read != 0; size += read) read = await request.Body.ReadAsync(buffer);
            return new ContentResult { Content = $"{size}" };
        }

        [Function(nameof(Quick))]
        public static int Quick([OrchestrationTrigger] TaskOrchestrationContext context) => 1;
    }

    public static class Crowded
    {
        public static readonly SemaphoreSlim Entered = new(0);
        public static readonly SemaphoreSlim Leave = new(0);

        [Function("Crowded")]
        public static async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            Entered.Release();
            await Leave.WaitAsync();
            return new OkResult();
        }
    }
}
