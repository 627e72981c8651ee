using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FunctionsHost.Tests.Management;

/// <summary>The history in the status query: what happened, in the real extension's words.</summary>
[Collection("host")]
public sealed class ManagementHistoryTests(ManagementHistoryTests.Running running) : IClassFixture<ManagementHistoryTests.Running>
{
    readonly HostUnderTest host = running.Host;

    [Fact(Timeout = 60_000)]
    public async Task GivenAFinishedInstance_WhenItsHistoryIsAsked_ThenCallsAreToldByTheirAnswers()
    {
        await RunAsync("whole");

        var events = await EventsAsync("whole", "showHistory=true&showHistoryOutput=true");

        Assert.Equal(
            [
                """{"EventType":"ExecutionStarted","FunctionName":"Tour","Input":"{\u0022City\u0022:\u0022Oslo\u0022}"}""",
                """{"EventType":"TimerCreated"}""",
                """{"EventType":"TimerFired"}""",
                """{"EventType":"TaskCompleted","FunctionName":"Visit","Result":{"Seen":"Oslo"}}""",
                """{"EventType":"TaskFailed","FunctionName":"Visit","Reason":"no such city"}""",
                """{"EventType":"SubOrchestrationInstanceCompleted","FunctionName":"Side","Result":2}""",
                """{"EventType":"EventRaised","Name":"Go","Input":"7"}""",
                """{"EventType":"ExecutionCompleted","OrchestrationStatus":"Completed","Result":"done"}""",
            ],
            events);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", null, null)]
    [InlineData("showHistory=false&showHistoryOutput=true", null, null)]
    [InlineData(
        "showHistory=true",
        """{"EventType":"ExecutionStarted","FunctionName":"Tour","Input":"{\u0022City\u0022:\u0022Oslo\u0022}"}""",
        """{"EventType":"ExecutionCompleted","OrchestrationStatus":"Completed"}""")]
    [InlineData(
        "showHistory=true&showInput=false",
        """{"EventType":"ExecutionStarted","FunctionName":"Tour"}""",
        """{"EventType":"ExecutionCompleted","OrchestrationStatus":"Completed"}""")]
    public async Task GivenAFinishedInstance_WhenLessIsAsked_ThenLessIsTold(string query, string? start, string? end)
    {
        await RunAsync("parts");

        var events = await EventsAsync("parts", query);

        Assert.Equal(start, events?[0]);
        Assert.Equal(end, events?[^1]);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenACallUnderWay_WhenTheHistoryIsAsked_ThenItStandsAsScheduled()
    {
        var client = host.Orchestrations;
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Open), null, new StartOrchestrationOptions("open"));
        await Functions.Begun.Task;

        Assert.Contains("""{"EventType":"TaskScheduled","Name":"Endless"}""", (await EventsAsync("open", "showHistory=true"))!);

        Functions.LetGo.SetResult();
        await client.WaitForInstanceCompletionAsync("open");
    }

    async Task RunAsync(string id)
    {
        var client = host.Orchestrations;
        if (await client.GetInstanceAsync(id) is not null) return;
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Tour), new Plan("Oslo"), new StartOrchestrationOptions(id));
        while ((await client.GetInstanceAsync(id, true))!.ReadCustomStatusAs<string>() != "waiting") await Task.Yield();
        await client.RaiseEventAsync(id, "Go", 7);
        await client.WaitForInstanceCompletionAsync(id);
    }

    /// <summary>Without their times, which are checked to be there.</summary>
    async Task<List<string>?> EventsAsync(string id, string query)
    {
        var status = await host.Client.GetFromJsonAsync<JsonObject>(host.Management($"/instances/{id}", query));
        if (!status!.TryGetPropertyValue("historyEvents", out var events)) return null;
        return [.. events!.AsArray().Select(told => WithoutTimes(told!.AsObject()))];
    }

    static string WithoutTimes(JsonObject told)
    {
        Assert.InRange(told["Timestamp"]!.GetValue<DateTime>(), DateTime.UtcNow.AddHours(-1), DateTime.UtcNow);
        if (told["EventType"]!.GetValue<string>().StartsWith("Task", StringComparison.Ordinal) && told.ContainsKey("FunctionName"))
            Assert.True(told["ScheduledTime"]!.GetValue<DateTime>() <= told["Timestamp"]!.GetValue<DateTime>());
        foreach (var time in new[] { "Timestamp", "ScheduledTime", "FireAt" }) told.Remove(time);
        return told.ToJsonString();
    }

    public sealed record Plan(string City);

    public sealed record Sight(string Seen);

    public sealed class Running(StorageFixture storage) : OneHost(() => HostUnderTest.StartAsync(storage, new(), typeof(Functions)));

    public static class Functions
    {
        public static readonly TaskCompletionSource Begun = new();
        public static readonly TaskCompletionSource LetGo = new();

        [Function(nameof(Tour))]
        public static async Task<string> Tour([OrchestrationTrigger] TaskOrchestrationContext context, Plan plan)
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            await context.CallActivityAsync<Sight>(nameof(Visit), plan.City);
            try
            {
                await context.CallActivityAsync<Sight>(nameof(Visit), "Atlantis");
            }
            catch (TaskFailedException)
            {
                await context.CallSubOrchestratorAsync<int>(nameof(Side), 1);
            }

            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<int>("Go");
            return "done";
        }

        [Function(nameof(Side))]
        public static int Side([OrchestrationTrigger] TaskOrchestrationContext context, int start) => start + 1;

        [Function(nameof(Open))]
        public static Task Open([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(nameof(Endless));

        [Function(nameof(Visit))]
        public static Sight Visit([ActivityTrigger] string city) =>
            city == "Atlantis" ? throw new InvalidOperationException("no such city") : new(city);

        [Function(nameof(Endless))]
        public static Task Endless([ActivityTrigger] FunctionContext context)
        {
            Begun.TrySetResult();
            return LetGo.Task;
        }
    }
}
