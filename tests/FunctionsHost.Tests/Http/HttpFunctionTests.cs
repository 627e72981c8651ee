using System.Net;
using Microsoft.Azure.Functions.Worker.Http;

namespace FunctionsHost.Tests.Http;

[Collection("host")]
public sealed class HttpFunctionTests(HttpFunctionTests.Serving serving) : IClassFixture<HttpFunctionTests.Serving>
{
    readonly HostUnderTest host = serving.Host;

    [Theory(Timeout = 60_000)]
    [InlineData("GET", "/people/7", 200, "person 7 all")]
    [InlineData("GET", "/people/7/open", 200, "person 7 open")]
    [InlineData("GET", "/people/seven", 404, "Nothing answers GET at this address.\n")]
    [InlineData("POST", "/people/7", 404, "Nothing answers POST at this address.\n")]
    [InlineData("HEAD", "/people/7", 404, "")]
    [InlineData("OPTIONS", "/people/7", 404, "Nothing answers OPTIONS at this address.\n")]
    [InlineData("OPTIONS", "/Everything", 200, "OPTIONS")]
    [InlineData("HEAD", "/Everything", 200, "")]
    [InlineData("GET", "/PEOPLE/7/Open", 200, "person 7 Open")]
    [InlineData("GET", "/people/7/", 200, "person 7 all")]
    [InlineData("GET", "/people/7/a/b", 404, "Nothing answers GET at this address.\n")]
    [InlineData("GET", "/people/%37/a%20b", 200, "person 7 a b")]
    [InlineData("GET", "/codes/abc", 200, "abc")]
    [InlineData("GET", "/codes/abcd", 404, "Nothing answers GET at this address.\n")]
    [InlineData("GET", "/codes/new", 200, "new one")]
    [InlineData("GET", "/unknown", 404, "Nothing answers GET at this address.\n")]
    [InlineData("GET", "/files/a/b/c", 200, "a/b/c")]
    [InlineData("PUT", "/Everything", 200, "PUT")]
    [InlineData("GET", "/nothing", 200, "")]
    public async Task GivenARequest_WhenItIsSent_ThenItIsAnsweredAsByTheRealHost(string method, string path, int status, string body)
    {
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenACallerWhoHangsUp_WhenTheFunctionWaits_ThenItIsCancelled()
    {
        using var hangUp = new CancellationTokenSource();
        var request = host.Client.GetAsync("/waits", hangUp.Token);
        await Functions.Waiting.Task;
        await hangUp.CancelAsync();

        await Functions.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAClockThatJumps_WhenARequestIsUnderWay_ThenTimeStandsStillForIt()
    {
        await using var clock = new SimulatedClock(DateTimeOffset.UnixEpoch);
        await using var own = await HostUnderTest.StartAsync(serving.Storage, new() { Clock = clock }, typeof(Lingering));
        var request = own.Client.GetStringAsync("/lingers");
        await Lingering.Begun.Task;

        using var due = clock.CreateTimer(_ => { }, null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        clock.Start();
        Assert.NotEqual(0, clock.Holds);
        Lingering.LetGo.SetResult();

        Assert.Equal("1970-01-01", await request);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenALinkWithAToken_WhenItIsAnswered_ThenNoLogHoldsIt()
    {
        using var response = await host.Client.GetAsync("/files/secret-token?token=secret");
        using var redirect = await host.Client.GetAsync("/moved?token=secret");
        using var unknown = await host.Client.GetAsync("/no-such-page/secret");

        Assert.DoesNotContain(host.Logs, log => log.Text.Contains("secret", StringComparison.Ordinal));
        Assert.Contains(host.Logs, log => log.Text.StartsWith("Files answered 200 in", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenTheWorkersOwnTypes_WhenAFunctionUsesThem_ThenRequestAndResponsePassThrough()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data/7?colour=red") { Content = new StringContent("héllo") };
        request.Headers.Add("Cookie", "taste=sweet");
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(
            (HttpStatusCode.Created, "/data/7?colour=red taste héllo"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal(["one", "two"], response.Headers.GetValues("X-Many"));
    }

    public sealed class Serving(StorageFixture storage) : OneHost(() => HostUnderTest.StartAsync(storage, new(), typeof(Functions)))
    {
        public StorageFixture Storage => storage;
    }

    public sealed class Lingering(TimeProvider time)
    {
        public static readonly TaskCompletionSource Begun = new();
        public static readonly TaskCompletionSource LetGo = new();

        [Function("Lingers")]
        public async Task<IActionResult> Lingers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lingers")] HttpRequest request)
        {
            Begun.SetResult();
            await LetGo.Task;
            return new ContentResult { Content = $"{time.GetUtcNow():yyyy-MM-dd}" };
        }
    }

    public static class Functions
    {
        public static readonly TaskCompletionSource Waiting = new();
        public static readonly TaskCompletionSource Cancelled = new();

        [Function("Person")]
        public static IActionResult Person(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{id:int}/{filter?}")] HttpRequest request,
            int id,
            string filter = "all") =>
            new ContentResult { Content = $"person {id} {filter}" };

        [Function("Files")]
        public static IActionResult Files(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path) =>
            new ContentResult { Content = path };

        [Function("Codes")]
        public static IActionResult Codes(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/{code:alpha:length(3)}")] HttpRequest request, string code) =>
            new ContentResult { Content = code };

        [Function("NewCode")]
        public static IActionResult NewCode([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/new")] HttpRequest request) =>
            new ContentResult { Content = "new one" };

        [Function("Everything")]
        public static IActionResult Everything([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            new ContentResult { Content = request.Method };

        [Function("Nothing")]
        public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) =>
            Task.CompletedTask;

        [Function("Data")]
        public static async Task<HttpResponseData> Data(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "data/{id:int}")] HttpRequestData request)
        {
            var response = request.CreateResponse(HttpStatusCode.Created);
            response.Headers.Add("X-Many", ["one", "two"]);
            await response.WriteStringAsync(
                $"{request.Url.PathAndQuery} {request.Cookies.Single().Name} {await request.ReadAsStringAsync()}");
            return response;
        }

        [Function("Moved")]
        public static IActionResult Moved([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "moved")] HttpRequest request) =>
            new RedirectResult("/elsewhere?token=secret");

        [Function("Waits")]
        public static async Task<IActionResult> Waits(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request,
            FunctionContext context,
            CancellationToken cancellation)
        {
            Waiting.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                if (context.CancellationToken.IsCancellationRequested) Cancelled.SetResult();
            }

            return new OkResult();
        }
    }
}
