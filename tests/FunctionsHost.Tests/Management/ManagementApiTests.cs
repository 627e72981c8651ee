using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FunctionsHost.Tests.Management;

[Collection("host")]
public sealed class ManagementApiTests(ManagementApiTests.Running running) : IClassFixture<ManagementApiTests.Running>
{
    readonly HostUnderTest host = running.Host;

    [Fact(Timeout = 60_000)]
    public async Task GivenAStart_WhenItsLinksAreFollowed_ThenTheOrchestrationIsSteered()
    {
        var links = await StartAsync("Waits", "one", "\"hello\"");
        var running = await StatusOnce(links, "Running");
        Assert.Equal("one", running.GetProperty("instanceId").GetString());
        Assert.Equal("hello", running.GetProperty("input").GetString());
        Assert.Equal("waiting", running.GetProperty("customStatus").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", running.GetProperty("createdTime").GetString()!);

        await PostAsync(links, "suspendPostUri", HttpStatusCode.Accepted);
        await StatusOnce(links, "Suspended");
        await PostAsync(links, "resumePostUri", HttpStatusCode.Accepted);
        await StatusOnce(links, "Running");
        await PostAsync(links, "sendEventPostUri", HttpStatusCode.BadRequest, "Done", "{broken");
        await PostAsync(links, "sendEventPostUri", HttpStatusCode.Accepted, "done", "\"well\"");
        var completed = await StatusOnce(links, "Completed");
        Assert.Equal("hello, well", completed.GetProperty("output").GetString());

        await PostAsync(links, "sendEventPostUri", HttpStatusCode.Gone, "Done", "\"again\"");
        await PostAsync(links, "terminatePostUri", HttpStatusCode.Gone);
        await PostAsync(links, "rewindPostUri", HttpStatusCode.PreconditionFailed);
        var restarted = await PostAsync(links, "restartPostUri", HttpStatusCode.Accepted);
        Assert.NotEqual("one", JsonDocument.Parse(restarted).RootElement.GetProperty("id").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenARunningInstance_WhenItIsTerminated_ThenItCanBePurged()
    {
        var links = await StartAsync("Waits", "two");
        await StatusOnce(links, "Running");
        using var early = await host.Client.DeleteAsync(links.GetProperty("purgeHistoryDeleteUri").GetString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, early.StatusCode);

        await PostAsync(links, "terminatePostUri", HttpStatusCode.Accepted);
        Assert.Equal("{text}", (await StatusOnce(links, "Terminated")).GetProperty("output").GetString());
        using var purged = await host.Client.DeleteAsync(links.GetProperty("purgeHistoryDeleteUri").GetString());
        Assert.Equal("""{"instancesDeleted":1}""", await purged.Content.ReadAsStringAsync());
        using var gone = await host.Client.GetAsync(links.GetProperty("statusQueryGetUri").GetString());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenSeveralInstances_WhenTheyAreListed_ThenPagesFollowOneAnother()
    {
        foreach (var id in new[] { "list-1", "list-2", "list-3", "other" }) await StatusOnce(await StartAsync("Fails", id), "Failed");

        List<string> listed = [];
        string? token = null;
        do
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, Url("/instances", "top=2&instanceIdPrefix=list&runtimeStatus=Failed,Completed"));
            if (token is not null) request.Headers.Add("x-ms-continuation-token", token);
            using var response = await host.Client.SendAsync(request);
            var page = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.InRange(page.GetArrayLength(), 0, 2);
            listed.AddRange(page.EnumerateArray().Select(instance => instance.GetProperty("instanceId").GetString()!));
            token = response.Headers.TryGetValues("x-ms-continuation-token", out var values)
                ? values.FirstOrDefault(value => value.Length > 0)
                : null;
        }
        while (token is not null);

        Assert.Equal(["list-1", "list-2", "list-3"], listed.Order());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAStart_WhenItIsAnswered_ThenHubConnectionAndKeyAreInTheLinks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url("/orchestrators/Echo/links", ""));
        request.Headers.Add("X-Forwarded-Host", "app.example");
        using var response = await host.Client.SendAsync(request);
        var links = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>();

        var (hub, key) = (host.Hub, host.Host.Keys.DurableTask);
        var instance = $"{host.Client.BaseAddress}runtime/webhooks/durabletask/instances/links";
        Assert.Equal($"{instance}?taskHub={hub}&connection=Storage&code={key}", links!["statusQueryGetUri"]);
        Assert.Equal($"{instance}/raiseEvent/{{eventName}}?taskHub={hub}&connection=Storage&code={key}", links["sendEventPostUri"]);
        Assert.Equal($"{instance}/suspend?reason={{text}}&taskHub={hub}&connection=Storage&code={key}", links["suspendPostUri"]);
        Assert.Equal(TimeSpan.FromSeconds(10), response.Headers.RetryAfter?.Delta);
        using var elsewhere = await host.Client.GetAsync(Url("/instances/links", "taskHub=Other"));
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenFinishedInstances_WhenTheyArePurgedByFilter_ThenOnlyThoseInTheFilterGo()
    {
        foreach (var id in new[] { "purge-1", "purge-2" }) await StatusOnce(await StartAsync("Fails", id), "Failed");
        await StatusOnce(await StartAsync("Echo", "purge-3", "1"), "Completed");
        var from = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddHours(-1).ToString("o"));

        using var purged = await host.Client.DeleteAsync(
            Url("/instances", $"createdTimeFrom={from}&runtimeStatus=Failed&instanceIdPrefix=purge"));
        using var none = await host.Client.DeleteAsync(Url("/instances", $"createdTimeFrom={from}&createdTimeTo={from}"));

        Assert.InRange((await purged.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("instancesDeleted").GetInt32(), 2, 20);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(Url("/instances/purge-1", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(Url("/instances/purge-3", ""))).StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("runtimeStatus=Completed", 1)]
    [InlineData("runtimeStatus=completed", 1)]
    [InlineData("runtimeStatus=Failed", 0)]
    [InlineData("runtimeStatus=Failed&runtimeStatus=Completed", 1)]
    [InlineData("createdTimeFrom=2001-01-01T00:00:00Z", 1)]
    [InlineData("createdTimeTo=2001-01-01T00:00:00Z", 0)]
    [InlineData("createdTimeFrom=nonsense&top=many", 1)]
    public async Task GivenAFilter_WhenInstancesAreListed_ThenWhatCannotBeReadIsLeftOut(string query, int expected)
    {
        await StatusOnce(await StartAsync("Echo", "filtered", "\"in\""), "Completed");

        var listed = await host.Client.GetFromJsonAsync<JsonElement>(Url("/instances/", $"instanceIdPrefix=filtered&{query}"));
        var withInput = await host.Client.GetFromJsonAsync<JsonElement>(
            Url("/instances", $"instanceIdPrefix=filtered&showInput=true&{query}"));

        Assert.Equal(expected, listed.GetArrayLength());
        Assert.All(listed.EnumerateArray(), instance => Assert.Equal(JsonValueKind.Null, instance.GetProperty("input").ValueKind));
        Assert.All(withInput.EnumerateArray(), instance => Assert.Equal("in", instance.GetProperty("input").GetString()));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAFailedInstance_WhenItsStatusIsAsked_ThenTheCodeIsAsWished()
    {
        var links = await StartAsync("Fails", "failed");
        await StatusOnce(links, "Failed");
        var url = links.GetProperty("statusQueryGetUri").GetString();

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(url)).StatusCode);
        Assert.Equal(
            HttpStatusCode.InternalServerError, (await host.Client.GetAsync(url + "&returnInternalServerErrorOnFailure=true")).StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAFailedInstance_WhenItIsRewound_ThenItGoesOnAndEnds()
    {
        var links = await StartAsync("Stumbles", "rewound");
        Assert.Contains(
            "not the first time", (await StatusOnce(links, "Failed")).GetProperty("output").GetString(), StringComparison.Ordinal);

        await PostAsync(links, "rewindPostUri", HttpStatusCode.Accepted);

        Assert.Equal("well", (await StatusOnce(links, "Completed")).GetProperty("output").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenACallerWhoWaits_WhenTheOrchestrationEnds_ThenItsOutputIsTheAnswer()
    {
        using var response = await host.Client.PostAsync(
            Url("/orchestrators/Echo", "timeout=30&pollingInterval=1"), JsonContent.Create(new { a = 1 }));

        Assert.Equal((HttpStatusCode.OK, """{"a":1}"""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAnInstanceThatRuns_WhenItIsStartedAgain_ThenItIsAConflict()
    {
        await StartAsync("Waits", "twice");

        using var again = await host.Client.PostAsync(Url("/orchestrators/Waits/twice", ""), null);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    string Url(string path, string query) => host.Management(path, query);

    async Task<JsonElement> StartAsync(string orchestrator, string id, string? input = null)
    {
        using var content = input is null ? null : new StringContent(input, Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync(Url($"/orchestrators/{orchestrator}/{id}", ""), content);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var links = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(links.GetProperty("statusQueryGetUri").GetString(), response.Headers.Location?.ToString());
        return links;
    }

    /// <summary>Polls, as public tools do, until the status is there.</summary>
    async Task<JsonElement> StatusOnce(JsonElement links, string status)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20);)
        {
            using var response = await host.Client.GetAsync(links.GetProperty("statusQueryGetUri").GetString());
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (answer.GetProperty("runtimeStatus").GetString() != status
                || (status == "Running" && answer.GetProperty("customStatus").ValueKind == JsonValueKind.Null))
                continue;
            Assert.Equal(status is "Running" or "Suspended" ? HttpStatusCode.Accepted : HttpStatusCode.OK, response.StatusCode);
            return answer;
        }

        throw new TimeoutException($"The status never became {status}.");
    }

    async Task<string> PostAsync(JsonElement links, string link, HttpStatusCode expected, string eventName = "", string body = "null")
    {
        var url = links.GetProperty(link).GetString()!.Replace("{eventName}", eventName, StringComparison.Ordinal);
        using var response = await host.Client.PostAsync(url, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public sealed class Running(StorageFixture storage) : OneHost(() => HostUnderTest.StartAsync(storage, new(), typeof(Functions)));

    public static class Functions
    {
        [Function(nameof(Waits))]
        public static async Task<string> Waits([OrchestrationTrigger] TaskOrchestrationContext context, string greeting)
        {
            context.SetCustomStatus("waiting");
            return $"{greeting}, {await context.WaitForExternalEvent<string>("Done")}";
        }

        [Function(nameof(Fails))]
        public static Task Fails([OrchestrationTrigger] TaskOrchestrationContext context) =>
            throw new InvalidOperationException("as it must");

        static int stumbled;

        [Function(nameof(Stumbles))]
        public static Task<string> Stumbles([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>(nameof(Stumble));

        [Function(nameof(Stumble))]
        public static string Stumble([ActivityTrigger] FunctionContext context) =>
            Interlocked.Increment(ref stumbled) == 1 ? throw new InvalidOperationException("not the first time") : "well";

        [Function(nameof(Echo))]
        public static JsonElement Echo([OrchestrationTrigger] TaskOrchestrationContext context) => context.GetInput<JsonElement>();
    }
}
