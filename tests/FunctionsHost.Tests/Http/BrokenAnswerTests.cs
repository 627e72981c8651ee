using System.Net;

namespace FunctionsHost.Tests.Http;

/// <summary>Functions that fail before, while and after they answer.</summary>
[Collection("host")]
public sealed class BrokenAnswerTests(BrokenAnswerTests.Serving serving) : IClassFixture<BrokenAnswerTests.Serving>
{
    [Theory(Timeout = 60_000)]
    [InlineData("before")]
    [InlineData("status")]
    [InlineData("result")]
    public async Task GivenAFailureBeforeAnythingIsSent_WhenItIsAnswered_ThenItIs500WithoutABody(string when)
    {
        using var response = await serving.Host.Client.GetAsync($"/breaks/{when}");

        Assert.Equal((HttpStatusCode.InternalServerError, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.False(response.Headers.Contains("X-Own"));
        Assert.Contains(serving.Host.Logs, line => line.Text == "Function Breaks failed: as it must");
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAFailureAfterTheAnswerBegan_WhenItIsRead_ThenItIsCutOff()
    {
        using var response = await serving.Host.Client.GetAsync("/breaks/body", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAnAppThatIsNoWebApp_WhenItIsCalled_ThenTheAnswerIs500AndTheLogSaysHowToMendIt()
    {
        await using var host = await HostUnderTest.StartAsync(serving.Storage, new() { IsWebApp = false }, typeof(Functions));

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Client.GetAsync("/breaks/before")).StatusCode);
        Assert.Contains(host.Logs, line => line.Text.Contains("ConfigureFunctionsWebApplication", StringComparison.Ordinal));
    }

    public sealed class Serving(StorageFixture storage) : OneHost(() => HostUnderTest.StartAsync(storage, new(), typeof(Functions)))
    {
        public StorageFixture Storage => storage;
    }

    public static class Functions
    {
        [Function("Breaks")]
        public static async Task<IActionResult> Breaks(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "breaks/{when}")] HttpRequest request, string when)
        {
            var response = request.HttpContext.Response;
            if (when == "result") return new Breaking();
            if (when is "status" or "body")
            {
                response.Headers["X-Own"] = "yes";
                response.StatusCode = StatusCodes.Status200OK;
            }

            if (when == "body")
            {
                await response.WriteAsync("the beginning of ");
                await response.Body.FlushAsync();
            }

            throw new InvalidOperationException("as it must");
        }
    }

    sealed class Breaking : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status202Accepted;
            throw new InvalidOperationException("as it must");
        }
    }
}
