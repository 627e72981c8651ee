using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EmbeddedFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Tests.Hosting;

/// <summary>Functions that take the worker's own request and response types, beside those that take ASP.NET Core's.</summary>
[Collection("host")]
public sealed class RequestDataTests(RequestDataTests.Serving serving) : IClassFixture<RequestDataTests.Serving>
{
    readonly HostUnderTest host = serving.Host;

    [Fact]
    public async Task GivenARequest_WhenItIsRead_ThenAllOfItIsThere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data/read/7?colour=red&colour=blue&other=%C3%A9") { Content = new StringContent("héllo") };
        request.Headers.Add("Cookie", "taste=sweet; size=2");
        request.Headers.Add("X-Own", ["a", "b"]);
        using var response = await host.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(
            """{"Method":"POST","Path":"/data/read/7","Id":7,"Colour":"red,blue","Other":"\u00E9","Own":["a, b"],"Cookies":["taste=sweet","size=2"],"Body":"h\u00E9llo","Users":1}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task GivenAResponse_WhenItIsReturned_ThenStatusHeadersCookiesAndBodyAreSent()
    {
        using var response = await host.Client.GetAsync("/data/answer");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(["one", "two"], response.Headers.GetValues("X-Many"));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("a,b", await response.Content.ReadAsStringAsync());
        Assert.Equal(
            ["plain=1; path=/", "careful=2; max-age=60; path=/here; secure; samesite=strict; httponly"],
            response.Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("""{"name":"Ana","AGE":3}""", 200, """{"Name":"Ana","Age":3}""")]
    [InlineData("{", 500, "")]
    [InlineData("", 500, "")]
    public async Task GivenAJsonBody_WhenItIsRead_ThenTheWorkersSerializerReadsIt(string body, int status, string answer)
    {
        using var response = await host.Client.PostAsync("/data/json", new StringContent(body, Encoding.UTF8, "text/plain"));

        Assert.Equal((status, answer), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal(status == 200, response.Headers.Contains("X-Before")); // what a failed function said of its answer is not sent
    }

    [Theory]
    [InlineData("/data/properties/marked", 202, "marked")]
    [InlineData("/data/properties/plain", 409, "plain")]
    public async Task GivenAResultOfSeveralProperties_WhenItIsReturned_ThenTheResponseAmongThemIsSent(string path, int status, string body)
    {
        using var response = await host.Client.GetAsync(path);

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task GivenMiddleware_WhenItAsks_ThenItSeesRequestAndResponseAndMayAnswer()
    {
        using var refused = await host.Client.GetAsync("/data/answer?refuse=yes");
        using var passed = await host.Client.GetAsync("/data/answer");
        using var property = await host.Client.GetAsync("/data/properties/plain");
        using var aspNet = await host.Client.GetAsync("/aspnet");

        Assert.Equal((HttpStatusCode.Forbidden, "not you"), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        Assert.True(passed.IsSuccessStatusCode && aspNet.IsSuccessStatusCode);
        var seen = host.Logs.Where(log => log.Category == "Seen").Select(log => log.Text).ToList();
        Assert.Contains("/data/answer: Created", seen);
        Assert.Contains("/data/properties/plain: Conflict", seen);
        Assert.Contains("/aspnet: none", seen);
    }

    [Fact]
    public async Task GivenABodyWrittenSynchronously_WhenTheFunctionRuns_ThenItFailsAsWithTheRealIntegration()
    {
        using var response = await host.Client.GetAsync("/data/synchronous");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task GivenAStartedOrchestration_WhenItIsAnsweredByTheClient_ThenItsLinksWork()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data/start/ü 1");
        using var response = await host.Client.SendAsync(request);
        var links = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(links!["statusQueryGetUri"], response.Headers.Location?.OriginalString);
        Assert.Equal(
            ["id", "purgeHistoryDeleteUri", "resumePostUri", "sendEventPostUri", "statusQueryGetUri", "suspendPostUri", "terminatePostUri"], links.Keys.Order());
        Assert.Equal("ü 1", links["id"]);
        Assert.StartsWith($"{host.Client.BaseAddress}runtime/webhooks/durabletask/instances/%C3%BC%201?code=", links["statusQueryGetUri"], StringComparison.Ordinal);
        await host.Host.DurableClient().WaitForInstanceCompletionAsync("ü 1");
        using var status = await host.Client.GetAsync(links["statusQueryGetUri"]);
        Assert.Equal("Completed", (await status.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runtimeStatus").GetString());
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "app.example:8443", "http://app.example:8443/runtime/")]
    [InlineData("Forwarded", "for=1.2.3.4;host=app.example;proto=https, host=inner", "https://app.example/runtime/")]
    [InlineData("X-Forwarded-Host", "evil.example/path?", "")]
    [InlineData("X-Forwarded-Host", "user@evil.example", "")]
    public async Task GivenAProxy_WhenLinksAreMade_ThenTheyNameWhatTheCallerUsed(string header, string value, string start)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data/links/x");
        request.Headers.Add(header, value);
        using var response = await host.Client.SendAsync(request);
        var links = await response.Content.ReadFromJsonAsync<LinksOfCaller>();

        Assert.StartsWith(start.Length > 0 ? start : host.Client.BaseAddress!.ToString(), links!.StatusQueryGetUri, StringComparison.Ordinal);
        Assert.EndsWith("/instances/x/raiseEvent/{eventName}?code=" + links.Code, links.SendEventPostUri, StringComparison.Ordinal);
        Assert.Equal(new Uri(host.Client.BaseAddress!, "runtime/webhooks/durabletask/instances/x").ToString(), links.WithoutRequest.Split('?')[0]);
    }

    public sealed record LinksOfCaller(string StatusQueryGetUri, string SendEventPostUri, string WithoutRequest, string Code);

    public sealed record Person(string Name, int Age);

    public sealed class Serving(StorageFixture storage) : OneHost(() =>
    {
        var builder = HostUnderTest.Builder(storage);
        builder.UseMiddleware(async (context, next) =>
        {
            if (await context.GetHttpRequestDataAsync() is not { } request)
            {
                await next();
                return;
            }

            if (request.Query["refuse"] == "yes")
            {
                var refusal = request.CreateResponse(HttpStatusCode.Forbidden);
                await refusal.WriteStringAsync("not you");
                context.GetInvocationResult().Value = refusal;
                return;
            }

            await next();
            context.GetLogger("Seen").LogInformation("{Path}: {Status}", request.Url.AbsolutePath, context.GetHttpResponseData()?.StatusCode.ToString() ?? "none");
        });
        return HostUnderTest.StartAsync(builder, typeof(Functions));
    });

    public sealed class Both
    {
        [HttpResult]
        public required IActionResult Answer { get; init; }

        public string Other { get; init; } = "";
    }

    public sealed record Mixed(string Other, HttpResponseData Answer);

    public static class Functions
    {
        [Function("Read")]
        public static async Task<HttpResponseData> Read(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "data/read/{id:int}")] HttpRequestData request, int id, string? colour, string other)
        {
            var response = request.CreateResponse();
            await response.WriteAsJsonAsync(new
            {
                request.Method,
                Path = request.Url.AbsolutePath,
                Id = id,
                Colour = colour,
                Other = other,
                Own = request.Headers.GetValues("X-Own"),
                Cookies = request.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"),
                Body = await request.ReadAsStringAsync(),
                Users = request.Identities.Count(),
            });
            return response;
        }

        [Function("Answer")]
        public static async Task<HttpResponseData> Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "data/answer")] HttpRequestData request)
        {
            var abandoned = request.CreateResponse(HttpStatusCode.Gone);
            abandoned.Headers.Add("X-Abandoned", "yes");
            var response = request.CreateResponse(HttpStatusCode.Created);
            response.Headers.Add("X-Many", ["one", "two"]);
            response.Headers.Add("Content-Type", "text/csv");
            response.Cookies.Append("plain", "1");
            response.Cookies.Append(new HttpCookie("careful", "2") { MaxAge = 60, Path = "/here", Secure = true, SameSite = SameSite.Strict, HttpOnly = true });
            await response.WriteStringAsync("a,b");
            return response;
        }

        [Function("Json")]
        public static async Task<HttpResponseData> Json([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "data/json")] HttpRequestData request)
        {
            var response = request.CreateResponse(HttpStatusCode.OK);
            response.Headers.Add("X-Before", "yes");
            await response.WriteAsJsonAsync(await request.ReadFromJsonAsync<Person>());
            return response;
        }

        [Function("Marked")]
        public static Both Marked([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "data/properties/marked")] HttpRequestData request) =>
            new() { Answer = new ContentResult { StatusCode = 202, Content = "marked" } };

        [Function("Plain")]
        public static async Task<Mixed> Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "data/properties/plain")] HttpRequestData request)
        {
            var response = request.CreateResponse(HttpStatusCode.Conflict);
            await response.WriteBytesAsync(Encoding.UTF8.GetBytes("plain"));
            return new("other", response);
        }

        [Function("Synchronous")]
        public static HttpResponseData Synchronous([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "data/synchronous")] HttpRequestData request)
        {
            var response = request.CreateResponse(HttpStatusCode.OK);
            response.WriteString("too late");
            return response;
        }

        [Function("AspNet")]
        public static IActionResult AspNet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "aspnet")] HttpRequest request) => new OkResult();

        [Function("StartOne")]
        public static async Task<HttpResponseData> StartOne(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "data/start/{id}")] HttpRequestData request, string id, [DurableClient] DurableTaskClient client)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(Quick), null, new StartOrchestrationOptions(id));
            return await client.CreateCheckStatusResponseAsync(request, id);
        }

        [Function("Links")]
        public static IActionResult Links(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "data/links/{id}")] HttpRequestData request, string id, [DurableClient] DurableTaskClient client)
        {
            var links = client.CreateHttpManagementPayload(id, request);
            Assert.Equal((id, null, null), (links.Id, links.RestartPostUri, links.RewindPostUri));
            return new OkObjectResult(new LinksOfCaller(
                links.StatusQueryGetUri!, links.SendEventPostUri!, client.CreateHttpManagementPayload(id).StatusQueryGetUri!, links.StatusQueryGetUri!.Split("code=")[1]));
        }

        [Function(nameof(Quick))]
        public static string Quick([OrchestrationTrigger] TaskOrchestrationContext context) => "done";
    }
}
