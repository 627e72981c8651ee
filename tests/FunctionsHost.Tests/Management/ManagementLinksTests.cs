using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Http;

namespace FunctionsHost.Tests.Management;

/// <summary>The links of an instance, by the host and by a function's own client, with and without a proxy before the host.</summary>
[Collection("host")]
public sealed class ManagementLinksTests(ManagementLinksTests.Running running) : IClassFixture<ManagementLinksTests.Running>
{
    const string Behind = """
        {"version":"2.0","extensions":{"http":{"routePrefix":""},"durableTask":{"hubName":"%Hub%","httpSettings":{"useForwardedHost":true}}}}
        """;

    readonly HostUnderTest host = running.Host;

    [Theory(Timeout = 60_000)]
    [InlineData("X-Forwarded-Host", "app.example:8443", "http://app.example:8443/runtime/")]
    [InlineData("X-Forwarded-Proto", "https", "")]
    [InlineData("Forwarded", "for=1.2.3.4;host=app.example;proto=https, host=inner", "https://app.example/runtime/")]
    [InlineData("Forwarded", "host=\"app.example\";proto=gopher", "http://app.example/runtime/")]
    [InlineData("X-Forwarded-Host", "evil.example/path?", "")]
    [InlineData("X-Forwarded-Host", "user@evil.example", "")]
    public async Task GivenAProxyThatIsBelieved_WhenAnInstanceIsStarted_ThenLinksLeadThroughItIfItNamesAPlainAddress(
        string header, string value, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Management("/orchestrators/Echo"));
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await host.Client.SendAsync(request);
        var links = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>();

        var start = expected.Length > 0 ? expected : $"{host.Client.BaseAddress}runtime/";
        Assert.StartsWith(start, links!["statusQueryGetUri"], StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("/links/own")]
    [InlineData("/links/request")]
    [InlineData("/links/response")]
    public async Task GivenAFunctionsOwnClient_WhenItMakesLinks_ThenTheyWork(string path)
    {
        using var response = await host.Client.PostAsync(path, null);
        var links = await response.Content.ReadFromJsonAsync<JsonElement>();
        string Link(string name) =>
            links.EnumerateObject().Single(link => link.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value.GetString()!;

        using var raised = await host.Client.PostAsJsonAsync(
            Link("sendEventPostUri").Replace("{eventName}", "Word", StringComparison.Ordinal), "heard");
        Assert.Equal(HttpStatusCode.Accepted, raised.StatusCode);
        await host.Orchestrations.WaitForInstanceCompletionAsync(Link("id"));
        var status = await host.Client.GetFromJsonAsync<JsonElement>(Link("statusQueryGetUri"));
        Assert.Equal("heard", status.GetProperty("output").GetString());
    }

    public sealed class Running(StorageFixture storage)
        : OneHost(() => HostUnderTest.StartAsync(storage, new() { HostJson = Behind }, typeof(Functions)));

    public static class Functions
    {
        [Function(nameof(Echo))]
        public static Task<string> Echo([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("Word");

        [Function("Links")]
        public static async Task<HttpResponseData> Links(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "links/{by}")] HttpRequestData request,
            string by,
            [DurableClient] DurableTaskClient client)
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Echo));
            if (by == "response") return await client.CreateCheckStatusResponseAsync(request, id);
            var response = request.CreateResponse(HttpStatusCode.OK);
            await response.WriteAsJsonAsync(client.CreateHttpManagementPayload(id, by == "request" ? request : null));
            return response;
        }
    }
}
