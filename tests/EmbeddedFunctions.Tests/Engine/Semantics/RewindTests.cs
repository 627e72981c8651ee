using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Failed orchestrations that go on once the cause is mended.</summary>
public sealed class RewindTests
{
    readonly TestHub hub = new();
    readonly ConcurrentDictionary<string, int> runs = new();
    bool mended;

    void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>("Line", async context
            => await context.CallActivityAsync<string>("Sound", "a") + await context.CallActivityAsync<string>("Broken", "b") + await context.CallActivityAsync<string>("Sound", "c"))
        .AddOrchestratorFunc<string>("Fan", async context =>
        {
            var all = await Task.WhenAll(
                context.CallActivityAsync<string>("Broken", "a"),
                LaterAsync(context),
                context.CallSubOrchestratorAsync<string>("Line", new SubOrchestrationOptions(instanceId: "line")));
            return string.Join('|', all);
        })
        .AddOrchestratorFunc<string>("Own", async context =>
        {
            var word = await context.CallActivityAsync<string>("Sound", "a");
            var raised = await context.WaitForExternalEvent<string>("Word");
            return mended ? word + raised : throw new InvalidOperationException("of the orchestrator");
        })
        .AddOrchestratorFunc<string>("Handled", async context =>
        {
            try
            {
                await context.CallActivityAsync<string>("Broken", "a");
            }
            catch (TaskFailedException)
            {
                await context.CallActivityAsync<string>("Sound", "b");
            }

            return await context.CallActivityAsync<string>("Broken", "c", TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromHours(1))));
        })
        .AddActivityFunc<string, string>("Sound", (_, word) => Count(word))
        .AddActivityFunc<string, string>("Broken", (_, word) => Count(word, fails: !mended));

    static async Task<string> LaterAsync(TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        return await context.CallActivityAsync<string>("Sound", "late");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task GivenAFailedActivity_WhenRewound_ThenOnlyItIsRunAgainAndTheRestFollows(bool replayEveryStep, bool twice)
    {
        await using var host = await hub.StartAsync(Tasks, options => options.ReplayEveryStep = replayEveryStep);
        var end = await host.Client.RunAsync("Line");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        if (twice) Assert.Equal(OrchestrationRuntimeStatus.Failed, (await RewindAsync(host.Client, end.InstanceId)).RuntimeStatus);
        mended = true;

        end = await RewindAsync(host.Client, end.InstanceId);

        Assert.Equal(("abc", null), (end.ReadOutputAs<string>(), end.FailureDetails));
        Assert.Equal((1, twice ? 3 : 2, 1), (runs["a"], runs["b"], runs["c"]));
    }

    [Fact]
    public async Task GivenAFanWithFailuresAndAChild_WhenRewound_ThenEachFailureIsMadeGoodOnce()
    {
        await using var host = await hub.StartAsync(Tasks);
        hub.Clock.Start();
        var end = await host.Client.RunAsync("Fan");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.Client.GetInstanceAsync("line"))!.RuntimeStatus);
        runs.Clear();
        mended = true;

        end = await RewindAsync(host.Client, end.InstanceId);

        Assert.Equal("a|late|abc", end.ReadOutputAs<string>());
        Assert.Equal("a1 b1 c1", string.Join(' ', runs.OrderBy(run => run.Key).Select(run => $"{run.Key}{run.Value}")));
        Assert.Equal("abc", (await host.Client.EndAsync("line")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenCodeThatFailedByItself_WhenRewound_ThenItsLastStepIsTakenAgain()
    {
        await using var host = await hub.StartAsync(Tasks);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Own");
        await host.Client.RaiseEventAsync(id, "Word", "b");
        Assert.Equal("of the orchestrator", (await host.Client.EndAsync(id)).FailureDetails!.ErrorMessage);
        mended = true;

        Assert.Equal("ab", (await RewindAsync(host.Client, id)).ReadOutputAs<string>());
        Assert.Equal(1, runs["a"]);
    }

    [Fact]
    public async Task GivenAFailureThatWasHandled_WhenRewound_ThenItStaysAndOnlyTheLastAttemptIsMadeAgain()
    {
        await using var host = await hub.StartAsync(Tasks);
        hub.Clock.Start();
        var end = await host.Client.RunAsync("Handled");
        mended = true;

        end = await RewindAsync(host.Client, end.InstanceId);

        Assert.Equal("c", end.ReadOutputAs<string>());
        Assert.Equal((1, 1, 3), (runs["a"], runs["b"], runs["c"]));
    }

    [Fact]
    public async Task GivenARewoundInstance_WhenTheEngineIsStartedAgain_ThenItGoesOnThere()
    {
        string id;
        await using (var first = await hub.StartAsync(Tasks))
        {
            id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Own");
            await first.Client.RaiseEventAsync(id, "Word", "b");
            await first.Client.EndAsync(id);
            await first.Client.RewindInstanceAsync(id, "again");
            await first.Client.EndAsync(id);
        }

        mended = true;
        await using var second = await hub.StartAsync(Tasks);

        Assert.Equal("ab", (await RewindAsync(second.Client, id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAnInstanceThatHasNotFailed_WhenRewound_ThenTheCallerIsTold()
    {
        await using var host = await hub.StartAsync(Tasks);
        mended = true;
        var done = await host.Client.RunAsync("Line");
        var running = await host.Client.ScheduleNewOrchestrationInstanceAsync("Own");

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RewindInstanceAsync(done.InstanceId, ""));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RewindInstanceAsync(running, ""));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RewindInstanceAsync("nobody", ""));
    }

    static async Task<OrchestrationMetadata> RewindAsync(DurableTaskClient client, string instanceId)
    {
        await client.RewindInstanceAsync(instanceId, "mended");
        return await client.EndAsync(instanceId);
    }

    string Count(string word, bool fails = false)
    {
        runs.AddOrUpdate(word, 1, (_, before) => before + 1);
        return fails ? throw new InvalidOperationException($"{word} is broken") : word;
    }
}
