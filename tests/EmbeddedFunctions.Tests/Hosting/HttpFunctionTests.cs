using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace EmbeddedFunctions.Tests.Hosting;

[Collection("host")]
public sealed class HttpFunctionTests(HttpFunctionTests.Serving serving) : IClassFixture<HttpFunctionTests.Serving>
{
    readonly HostUnderTest host = serving.Host;

    [Theory]
    [InlineData("GET", "/people/7", 200, "person 7 all")]
    [InlineData("GET", "/people/7/open", 200, "person 7 open")]
    [InlineData("GET", "/people/seven", 404, "")]
    [InlineData("POST", "/people/7", 404, "")]
    [InlineData("HEAD", "/people/7", 404, "")]
    [InlineData("OPTIONS", "/people/7", 404, "")]
    [InlineData("OPTIONS", "/Everything", 200, "OPTIONS")]
    [InlineData("HEAD", "/Everything", 200, "")]
    [InlineData("GET", "/PEOPLE/7/Open", 200, "person 7 Open")]
    [InlineData("GET", "/people/7/", 200, "person 7 all")]
    [InlineData("GET", "/people/7/a/b", 404, "")]
    [InlineData("GET", "/people/%37/a%20b", 200, "person 7 a b")]
    [InlineData("GET", "/lists", 200, "page 1 of all, of null")]
    [InlineData("GET", "/lists/open?page=3&size=20&to=2026-03-01T00:00:00Z", 200, "page 3 of open, of 20")]
    [InlineData("GET", "/lists/open?page=many", 500, "")]
    [InlineData("GET", "/codes/abc", 200, "abc")]
    [InlineData("GET", "/codes/abcd", 404, "")]
    [InlineData("GET", "/codes/new", 200, "new one")]
    [InlineData("GET", "/needs", 500, "")]
    [InlineData("GET", "/needs?count=4", 200, "4")]
    [InlineData("GET", "/unknown", 404, "")]
    [InlineData("GET", "/files/a/b/c", 200, "a/b/c")]
    [InlineData("PUT", "/Everything", 200, "PUT")]
    [InlineData("GET", "/ids/6e7fbb1c-4f9f-4b1c-9a55-7ad7b7a6ee01", 200, "6e7fbb1c-4f9f-4b1c-9a55-7ad7b7a6ee01")]
    [InlineData("GET", "/ids/broken", 500, "")]
    [InlineData("GET", "/nothing", 200, "")]
    [InlineData("GET", "/plain-object", 200, "")]
    [InlineData("GET", "/minimal", 418, "")]
    [InlineData("GET", "/value-task", 204, "")]
    [InlineData("GET", "/fails", 500, "")]
    public async Task GivenARequest_WhenItIsSent_ThenItIsAnsweredAsByTheRealHost(string method, string path, int status, string body)
    {
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("""{"name":"Ana","age":3}""", "application/json", 200, """{"name":"Ana","age":3}""")]
    [InlineData("""{"name":""", "application/json", 500, "")]
    [InlineData("name=Ana", "text/plain", 500, "")]
    [InlineData("null", "application/json", 500, "")]
    [InlineData("", "application/json", 500, "")]
    [InlineData("""{"name":"Ana","age":"three"}""", "application/json", 500, "")]
    [InlineData("""{"NAME":"Ana","age":"3"}""", "application/vnd.own+json", 200, """{"name":"Ana","age":3}""")]
    public async Task GivenABody_WhenItIsBound_ThenJsonIsReadAndAnythingElseFails(string body, string type, int status, string answer)
    {
        using var response = await host.Client.PostAsync("/bodies", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((status, answer), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task GivenResultsOfAllKinds_WhenTheyAreReturned_ThenTheyAreExecuted()
    {
        using var redirect = await host.Client.GetAsync("/results/redirect");
        using var file = await host.Client.GetAsync("/results/file");
        using var content = await host.Client.GetAsync("/results/content");

        Assert.Equal((HttpStatusCode.Redirect, "/elsewhere?token=secret"), (redirect.StatusCode, redirect.Headers.Location?.ToString()));
        Assert.Equal(("text/csv", "a,b"), (file.Content.Headers.ContentType?.MediaType, await file.Content.ReadAsStringAsync()));
        Assert.Equal(("text/html", "<p>"), (content.Content.Headers.ContentType?.MediaType, await content.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task GivenACallerWhoHangsUp_WhenTheFunctionWaits_ThenItIsCancelled()
    {
        using var hangUp = new CancellationTokenSource();
        var request = host.Client.GetAsync("/waits", hangUp.Token);
        await Functions.Waiting.Task;
        await hangUp.CancelAsync();

        await Functions.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task GivenALinkWithAToken_WhenItIsAnswered_ThenNoLogHoldsIt()
    {
        using var response = await host.Client.GetAsync("/files/secret-token?token=secret");
        using var redirect = await host.Client.GetAsync("/results/redirect?token=secret");
        using var unknown = await host.Client.GetAsync("/no-such-page/secret");

        Assert.DoesNotContain(host.Logs, log => log.Text.Contains("secret", StringComparison.Ordinal));
        Assert.Contains(host.Logs, log => log.Text.StartsWith("Files answered 200 in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAFunctionOfAnInstance_WhenItRuns_ThenItsServicesAreOfOneScopeAndDisposed()
    {
        var answer = await host.Client.GetFromJsonAsync<string[]>("/scoped");

        Assert.Equal(["Scoped", "same scope"], answer!);
        Assert.Equal(1, ScopedFunctions.Disposed);
    }

    public sealed class Serving(StorageFixture storage) : OneHost(() =>
    {
        var builder = HostUnderTest.Builder(storage);
        builder.Services.AddScoped<ScopedFunctions.Visit>();
        return HostUnderTest.StartAsync(builder, typeof(Functions), typeof(ScopedFunctions));
    });

    public sealed record Body(string Name, int Age);

    public static class Functions
    {
        public static readonly TaskCompletionSource Waiting = new();
        public static readonly TaskCompletionSource Cancelled = new();

        [Function("Person")]
        public static IActionResult Person(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{id:int}/{filter?}")] HttpRequest request, int id, string filter = "all") =>
            new ContentResult { Content = $"person {id} {filter}" };

        [Function("Files")]
        public static IActionResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path) =>
            new ContentResult { Content = path };

        [Function("Lists")]
        public static IActionResult Lists(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lists/{kind=all}")] HttpRequest request, string kind, int? size, DateTime? to, int page = 1) =>
            new ContentResult { Content = $"page {page} of {kind}, of {size?.ToString() ?? "null"}" };

        [Function("Codes")]
        public static IActionResult Codes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/{code:alpha:length(3)}")] HttpRequest request, string code) =>
            new ContentResult { Content = code };

        [Function("NewCode")]
        public static IActionResult NewCode([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/new")] HttpRequest request) =>
            new ContentResult { Content = "new one" };

        [Function("Needs")]
        public static IActionResult Needs([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "needs")] HttpRequest request, int count) =>
            new ContentResult { Content = $"{count}" };

        [Function("Everything")]
        public static IActionResult Everything([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            new ContentResult { Content = request.Method };

        [Function("Ids")]
        public static IActionResult Ids([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ids/{id}")] HttpRequest request, Guid id) =>
            new ContentResult { Content = id.ToString() };

        [Function("Bodies")]
        public static IActionResult Bodies(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bodies")] HttpRequest request, [FromBody] Body body) => new OkObjectResult(body);

        [Function("Nothing")]
        public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) => Task.CompletedTask;

        [Function("PlainObject")]
        public static Body PlainObject([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain-object")] HttpRequest request) => new("Ana", 3);

        [Function("Minimal")]
        public static IResult Minimal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "minimal")] HttpRequest request) => Results.StatusCode(418);

        [Function("ByValueTask")]
        public static async ValueTask<IActionResult> ByValueTask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "value-task")] HttpRequest request)
        {
            await Task.Yield();
            return new NoContentResult();
        }

        [Function("Fails")]
        public static IActionResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) =>
            throw new InvalidOperationException("not today");

        [Function("AllResults")]
        public static IActionResult AllResults([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/{kind}")] HttpRequest request, string kind) => kind switch
        {
            "redirect" => new RedirectResult("/elsewhere?token=secret"),
            "file" => new FileContentResult(Encoding.UTF8.GetBytes("a,b"), "text/csv"),
            _ => new ContentResult { Content = "<p>", ContentType = "text/html" },
        };

        [Function("Waits")]
        public static async Task<IActionResult> Waits(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request, FunctionContext context, CancellationToken cancellation)
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
