using FunctionsHost.Keys;

namespace FunctionsHost.Tests.Http;

[Collection("host")]
public sealed class KeyTests(StorageFixture storage, KeyTests.Guarded guarded) : IClassFixture<KeyTests.Guarded>
{
    [Theory(Timeout = 60_000)]
    [InlineData("/open", "", 200)]
    [InlineData("/guarded", "", 401)]
    [InlineData("/guarded", "wrong", 401)]
    [InlineData("/guarded", "function", 200)]
    [InlineData("/guarded", "default", 200)]
    [InlineData("/guarded", "master", 200)]
    [InlineData("/guarded", "other function", 401)]
    [InlineData("/guarded", "durable", 401)]
    [InlineData("/other", "other function", 200)]
    [InlineData("/administered", "default", 401)]
    [InlineData("/administered", "function", 401)]
    [InlineData("/administered", "master", 200)]
    [InlineData("/runtime/webhooks/durabletask/instances/x", "", 401)]
    [InlineData("/runtime/webhooks/durabletask/instances/x", "default", 401)]
    public async Task GivenAKey_WhenItIsShown_ThenOnlyItsOwnDoorsOpen(string path, string key, int status)
    {
        var host = guarded.Host;
        var keys = host.Host.Keys;
        var shown = key switch
        {
            "function" => keys.Functions["Guarded"],
            "other function" => keys.Functions["Other"],
            "default" => keys.Default,
            "master" => keys.Master,
            "durable" => keys.DurableTask,
            _ => key,
        };
        using var byHeader = new HttpRequestMessage(HttpMethod.Get, path);
        byHeader.Headers.Add("x-functions-key", shown);

        Assert.Equal(status, (int)(await host.Client.SendAsync(byHeader)).StatusCode);
        Assert.Equal(status, (int)(await host.Client.GetAsync($"{path}?code={shown}")).StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("/guarded", "A key is missing or wrong: show it")]
    [InlineData(
        "/runtime/webhooks/durabletask/instances/x",
        """{"Message":"A key is missing or wrong: show the system key of durabletask or the master key""")]
    [InlineData("/runtime/webhooks/durabletask/orchestrators/x", """{"Message":"A key is missing or wrong""", "POST")]
    public async Task GivenNoKey_WhenADoorStaysShut_ThenASentenceSaysWhatIsMissing(string path, string sentence, string method = "GET")
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await guarded.Host.Client.SendAsync(request);

        Assert.StartsWith(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAKeyInHeaderAndQuery_WhenTheyDiffer_ThenTheHeaderCounts()
    {
        var right = guarded.Host.Host.Keys.Default;
        using var wrongHeader = new HttpRequestMessage(HttpMethod.Get, $"/guarded?code={right}")
        {
            Headers = { { "x-functions-key", "wrong" } },
        };
        using var rightHeader = new HttpRequestMessage(HttpMethod.Get, "/guarded?code=wrong")
        {
            Headers = { { "X-FUNCTIONS-KEY", right } },
        };

        Assert.Equal(401, (int)(await guarded.Host.Client.SendAsync(wrongHeader)).StatusCode);
        Assert.Equal(200, (int)(await guarded.Host.Client.SendAsync(rightHeader)).StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAHostThatStartsAgain_WhenNoKeyIsSet_ThenItHasTheSameKeys()
    {
        var setup = new HostSetup();
        FunctionKeys first;
        await using (var host = await HostUnderTest.StartAsync(storage, setup, typeof(Functions))) first = host.Host.Keys;
        await using var again = await HostUnderTest.StartAsync(storage, setup, typeof(Functions));

        var second = again.Host.Keys;
        Assert.Equal((first.Master, first.Default, first.DurableTask), (second.Master, second.Default, second.DurableTask));
        Assert.Equal(first.Functions.OrderBy(key => key.Key), second.Functions.OrderBy(key => key.Key));
        Assert.Equal(64, first.Master.Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenKeysBySetting_WhenTheHostStarts_ThenTheyHold()
    {
        var settings = new Dictionary<string, string?> { [$"{HostSettings.Keys}:Functions:Guarded"] = "given" };
        await using var host = await HostUnderTest.StartAsync(storage, new() { Settings = settings }, typeof(Functions));

        Assert.Equal(200, (int)(await host.Client.GetAsync("/guarded?code=given")).StatusCode);
    }

    public sealed class Guarded(StorageFixture storage) : OneHost(() => HostUnderTest.StartAsync(storage, new(), typeof(Functions)));

    public static class Functions
    {
        [Function("Open")]
        public static IActionResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "open")] HttpRequest request) =>
            new OkResult();

        [Function("Guarded")]
        public static IActionResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get", Route = "guarded")] HttpRequest request) =>
            new OkResult();

        [Function("Other")]
        public static IActionResult Other([HttpTrigger(AuthorizationLevel.Function, "get", Route = "other")] HttpRequest request) =>
            new OkResult();

        [Function("Administered")]
        public static IActionResult Administered(
            [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "administered")] HttpRequest request) => new OkResult();
    }
}
