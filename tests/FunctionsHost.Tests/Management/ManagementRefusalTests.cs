using System.Net.Http.Headers;
using System.Text;

namespace FunctionsHost.Tests.Management;

/// <summary>Requests to the management API that cannot be: the real one's status and words.</summary>
[Collection("host")]
public sealed class ManagementRefusalTests(ManagementApiTests.Running running) : IClassFixture<ManagementApiTests.Running>
{
    readonly HostUnderTest host = running.Host;

    [Theory(Timeout = 60_000)]
    [InlineData("GET", "/instances/unknown", 404)]
    [InlineData("POST", "/instances/unknown/terminate", 404)]
    [InlineData("POST", "/instances/unknown/raiseEvent/x", 404)]
    [InlineData("POST", "/instances/unknown/dance", 404)]
    [InlineData("PUT", "/instances/unknown", 404)]
    [InlineData("GET", "/instances/unknown/terminate", 404)]
    [InlineData("GET", "/orchestrators/Waits", 404)]
    [InlineData("POST", "/instances", 404)]
    [InlineData("GET", "/elsewhere", 404)]
    [InlineData("POST", "/orchestrators/Echo/a%23b", 400)]
    [InlineData("GET", "/entities/x/y", 404)]
    [InlineData("GET", "/entities", 200)]
    [InlineData("GET", "/entities/x", 200)]
    public async Task GivenARequestThatCannotBe_WhenItIsSent_ThenItsStatusIsTheRealOne(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Url(path, ""))
        {
            Content = new StringContent("", Encoding.UTF8, "application/json"),
        };

        Assert.Equal(status, (int)(await host.Client.SendAsync(request)).StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(
        "POST", "/orchestrators/Unknown", null, null, 400,
        """{"Message":"The function \u0027Unknown\u0027 doesn\u0027t exist, is disabled, or is not an orchestrator function."}""")]
    [InlineData("POST", "/orchestrators/Waits", "{", "application/json", 400, """{"Message":"Invalid JSON content"}""")]
    [InlineData("DELETE", "/instances", null, null, 400, "\"Please provide value for \\u0027createdTimeFrom\\u0027 parameter.\"")]
    [InlineData(
        "POST", "/instances/told/raiseEvent/x", "1", "text/plain", 400,
        """{"Message":"Only application/json request content is supported"}""")]
    [InlineData(
        "POST", "/instances/told/raiseEvent/x", "1", "application/cloudevents+json",
        400, """{"Message":"Only application/json request content is supported"}""")]
    [InlineData("POST", "/instances/told/raiseEvent/x", "", "application/json", 400, """{"Message":"Invalid JSON content"}""")]
    [InlineData(
        "POST", "/instances/told/raiseEvent/x", "{'a", "application/json; charset=utf-8", 400, """{"Message":"Invalid JSON content"}""")]
    [InlineData(
        "POST", "/instances/unknown/restart", null, null, 400,
        """{"Message":"InstanceId does not match a valid orchestration instance."}""")]
    [InlineData(
        "POST", "/instances/told/restart?restartWithNewInstanceId=false", null, null, 409,
        """{"Message":"A non-terminal instance with this instance ID already exists."}""")]
    [InlineData(
        "POST", "/instances/told/rewind", null, null, 412,
        "\"This orchestration has status Running, but only orchestrations in the \\u0022Failed\\u0022 state can be rewound.\"")]
    [InlineData(
        "DELETE", "/instances/told", null, null, 412,
        "\"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID told has status Running\"")]
    public async Task GivenARequestThatCannotBe_WhenItIsSent_ThenTheAnswerSaysWhy(
        string method, string path, string? body, string? type, int status, string answer)
    {
        if (path.Contains("told", StringComparison.Ordinal))
        {
            await host.Client.PostAsync(Url("/orchestrators/Waits/told", ""), null);
            await host.Orchestrations.WaitForInstanceStartAsync("told");
        }

        var parts = path.Split('?');
        using var request = new HttpRequestMessage(new HttpMethod(method), Url(parts[0], parts.ElementAtOrDefault(1) ?? ""));
        if (body is not null) request.Content = new StringContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type!) } };

        using var response = await host.Client.SendAsync(request);
        Assert.Equal((status, answer), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    string Url(string path, string query) => host.Management(path, query);
}
