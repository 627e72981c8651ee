using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class QueryTests
{
    readonly TestHub hub = new();

    static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("Go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Echo", "child", new SubOrchestrationOptions(instanceId: "child")));

    [Fact]
    public async Task GivenManyInstances_WhenListedInPages_ThenEachComesOnce()
    {
        await using var host = await hub.StartAsync(Tasks);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => host.Client.RunAsync("Echo", "x", new StartOrchestrationOptions($"done-{i}"))));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions($"open-{i}"))));

        var pages = 0;
        var ids = new List<string>();
        await foreach (var page in host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 7)).AsPages())
        {
            Assert.True(page.Values.Count <= 7);
            pages++;
            ids.AddRange(page.Values.Select(instance => instance.InstanceId));
        }

        Assert.Equal(80, ids.Distinct().Count());
        Assert.Equal(80, ids.Count);
        Assert.True(pages >= 80 / 7);
    }

    [Fact]
    public async Task GivenFilters_WhenListed_ThenOnlyMatchingInstancesCome()
    {
        await using var host = await hub.StartAsync(Tasks);
        await host.Client.RunAsync("Echo", "x", new StartOrchestrationOptions("a-1"));
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow().AddDays(10));
        await host.Client.RunAsync("Echo", "x", new StartOrchestrationOptions("a-2"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("b-1"));
        await host.Client.UntilAsync("b-1", OrchestrationRuntimeStatus.Running);

        Assert.Equal(["a-1", "a-2"], await IdsAsync(new(InstanceIdPrefix: "a-")));
        Assert.Equal(["b-1"], await IdsAsync(new(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal(["a-2", "b-1"], await IdsAsync(new(CreatedFrom: hub.Clock.GetUtcNow().AddDays(-1))));
        Assert.Equal(["a-1"], await IdsAsync(new(CreatedTo: hub.Clock.GetUtcNow().AddDays(-1))));

        async Task<List<string>> IdsAsync(OrchestrationQuery query)
            => [.. (await host.Client.GetAllInstancesAsync(query).ToListAsync()).Select(instance => instance.InstanceId).Order()];
    }

    [Fact]
    public async Task GivenFinishedInstances_WhenPurged_ThenNothingOfThemIsLeft()
    {
        await using var host = await hub.StartAsync(Tasks, options => options.PayloadThreshold = 100);
        await host.Client.RunAsync("Echo", new string('x', 5000), new StartOrchestrationOptions("one"));
        await host.Client.RunAsync("Echo", "x", new StartOrchestrationOptions("two"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("open"));

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("one")).PurgedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("one")).PurgedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("open")).PurgedInstanceCount);
        var rest = await host.Client.PurgeInstancesAsync(null, null, [OrchestrationRuntimeStatus.Completed]);

        Assert.Equal((1, true), (rest.PurgedInstanceCount, rest.IsComplete));
        Assert.Null(await host.Client.GetInstanceAsync("one"));
        Assert.Equal(0, await hub.HistoryRowsAsync(host, "one"));
        Assert.Equal(0, await hub.BlobsAsync(host, "one"));
        Assert.NotNull(await host.Client.GetInstanceAsync("open"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenAParentWithAChild_WhenPurged_ThenTheChildGoesWithItIfWished(bool recursive)
    {
        await using var host = await hub.StartAsync(Tasks);
        var parent = await host.Client.RunAsync("Parent");

        var result = await host.Client.PurgeInstanceAsync(parent.InstanceId, new PurgeInstanceOptions(recursive));

        Assert.Equal(recursive ? 2 : 1, result.PurgedInstanceCount);
        Assert.Equal(recursive, await host.Client.GetInstanceAsync("child") is null);
    }
}
