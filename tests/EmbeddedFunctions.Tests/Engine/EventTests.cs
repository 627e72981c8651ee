using Grpc.Core;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class EventTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenAnEventBeforeItsWaiter_WhenAwaitedInAnotherCase_ThenItIsThere()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Waits", async context =>
        {
            await context.WaitForExternalEvent<bool>("Go");
            return await context.WaitForExternalEvent<string>("ANSWER") + await context.WaitForExternalEvent<string>("answer");
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.RaiseEventAsync(id, "Answer", "yes");
        await host.Client.RaiseEventAsync(id, "answer", "no");
        await host.Client.RaiseEventAsync(id, "go", true);

        Assert.Equal("yesno", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenSeveralWaitersOfOneName_WhenEventsCome_ThenTheLastWaiterIsServedFirst()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string[]>("Stack", async context
            => await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.WaitForExternalEvent<string>("Reply")))));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Stack");
        foreach (var reply in new[] { "a", "b", "c" }) await host.Client.RaiseEventAsync(id, "Reply", reply);

        Assert.Equal(["c", "b", "a"], (await host.Client.EndAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task GivenAWaiter_WhenAnotherAwaitsTheSameEventAsAnotherType_ThenThatIsAnArgumentError()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int>("Mixed", async context =>
        {
            _ = context.WaitForExternalEvent<string>("Reply");
            return await context.WaitForExternalEvent<int>("reply");
        }));

        var end = await host.Client.RunAsync("Mixed");

        Assert.Equal(typeof(ArgumentException).FullName, end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task GivenAPayloadOfTheWrongType_WhenItArrives_ThenTheWaiterFails()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int>("Number", context => context.WaitForExternalEvent<int>("Number")));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Number");
        await host.Client.RaiseEventAsync(id, "Number", "seven");

        var end = await host.Client.EndAsync(id);

        Assert.Equal("System.Text.Json.JsonException", end.FailureDetails!.ErrorType);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenNoReply_WhenTheTimeOutPasses_ThenTheWaitIsCancelled(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Patient", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Reply", TimeSpan.FromDays(7));
            }
            catch (TaskCanceledException)
            {
                return "silent";
            }
        }), options => options.ReplayEveryStep = replayEveryStep);
        hub.Clock.Start();

        Assert.Equal("silent", (await host.Client.RunAsync("Patient")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAReplyInTime_WhenItArrives_ThenTheTimerIsCancelledAndTheOrchestrationEnds()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Patient", context
            => context.WaitForExternalEvent<string>("Reply", TimeSpan.FromDays(7))));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Patient");
        await host.Client.RaiseEventAsync(id, "Reply", "here");

        Assert.Equal("here", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenTwoOrchestrations_WhenTheySendEachOtherEvents_ThenEachArrivesOnce(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int>("Ping", async context =>
            {
                var pong = context.CallSubOrchestratorAsync("Pong", context.InstanceId, new SubOrchestrationOptions(instanceId: "pong-" + context.InstanceId));
                var sum = 0;
                for (var i = 1; i <= 20; i++)
                {
                    context.SendEvent("pong-" + context.InstanceId, "Ball", i);
                    sum += await context.WaitForExternalEvent<int>("Back");
                }

                await pong;
                return sum;
            })
            .AddOrchestratorFunc<string>("Pong", async (context, ping) =>
            {
                for (var i = 0; i < 20; i++) context.SendEvent(ping, "Back", await context.WaitForExternalEvent<int>("Ball"));
            }), options => options.ReplayEveryStep = replayEveryStep);

        Assert.Equal(210, (await host.Client.RunAsync("Ping")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task GivenAnUnknownOrFinishedInstance_WhenAnEventIsRaised_ThenTheCallerIsTold()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int>("Quick", _ => 1));
        var end = await host.Client.RunAsync("Quick");

        var unknown = await Assert.ThrowsAsync<RpcException>(() => host.Client.RaiseEventAsync("nobody", "Reply"));
        var finished = await Assert.ThrowsAsync<RpcException>(() => host.Client.RaiseEventAsync(end.InstanceId, "Reply"));
        Assert.Equal((StatusCode.NotFound, StatusCode.FailedPrecondition), (unknown.StatusCode, finished.StatusCode));
    }

    [Fact]
    public async Task GivenEventsFromManySides_WhenRaisedAtOnce_ThenAllArriveOnce()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int[]>("Collect", async (context, count) =>
        {
            var seen = new List<int>();
            while (seen.Count < count) seen.Add(await context.WaitForExternalEvent<int>("Number"));
            return [.. seen.Order()];
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Collect", 300);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => host.Client.RaiseEventAsync(id, "Number", i)));

        Assert.Equal(Enumerable.Range(0, 300), (await host.Client.EndAsync(id)).ReadOutputAs<int[]>()!);
    }
}
