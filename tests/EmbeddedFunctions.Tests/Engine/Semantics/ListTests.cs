using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Lists of instances in pages, and what a purge tells.</summary>
public sealed class ListTests
{
    readonly TestHub hub = new();

    static void Tasks(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<string, string>("Echo", (_, input) => input);

    [Fact]
    public async Task GivenTwentyOneInstancesOfAPrefix_WhenListedByFives_ThenFivePagesComeAndCanBeTakenUpAnywhere()
    {
        await using var host = await hub.StartAsync(Tasks);
        await host.Client.RunAsync("Echo", "other", new StartOrchestrationOptions("other"));
        foreach (var i in Enumerable.Range(0, 21)) await host.Client.RunAsync("Echo", "x", new StartOrchestrationOptions($"page-{i}"));
        var list = host.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "page-"));

        var pages = await list.AsPages(pageSizeHint: 5).ToListAsync();
        var rest = await list.AsPages(pages[1].ContinuationToken, pageSizeHint: 4).ToListAsync();

        Assert.Equal([5, 5, 5, 5, 1], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(
            pages.Skip(2).SelectMany(page => page.Values).Select(instance => instance.InstanceId),
            rest.SelectMany(page => page.Values).Select(instance => instance.InstanceId));
        Assert.Equal(3, rest.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenAQuery_WhenInputsAndOutputsAreOrAreNotWanted_ThenTheyAreThereOrNot(bool wanted)
    {
        await using var host = await hub.StartAsync(Tasks);
        await host.Client.RunAsync("Echo", "x");

        var instance = (await host.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: wanted)).ToListAsync()).Single();

        Assert.Equal(wanted ? "\"x\"" : null, instance.SerializedInput);
        Assert.Equal(wanted ? "\"x\"" : null, instance.SerializedOutput);
    }

    [Fact]
    public async Task GivenTaskHubNames_WhenThisHubIsNotAmongThem_ThenNothingIsListed()
    {
        await using var host = await hub.StartAsync(Tasks);
        await host.Client.RunAsync("Echo", "x");

        Assert.Empty(await host.Client.GetAllInstancesAsync(new OrchestrationQuery(TaskHubNames: ["Another"])).ToListAsync());
        Assert.Single(await host.Client.GetAllInstancesAsync(new OrchestrationQuery(TaskHubNames: ["Another", hub.Name])).ToListAsync());
    }

    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    [InlineData(false, -1, 0)]
    public async Task GivenABoundOfTheCreation_WhenPurged_ThenItIsInclusive(bool from, int ticks, int expected)
    {
        await using var host = await hub.StartAsync(Tasks);
        var bound = (await host.Client.RunAsync("Echo", "x")).CreatedAt.AddTicks(ticks).ToOffset(TimeSpan.FromHours(2));

        var result = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(from ? bound : null, from ? null : bound, [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal((expected, true), (result.PurgedInstanceCount, result.IsComplete));
    }

    [Fact]
    public async Task GivenATimeOutOfNothing_WhenPurged_ThenThatIsAnArgumentError()
    {
        await using var host = await hub.StartAsync(Tasks);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter { Timeout = TimeSpan.Zero }));
    }
}
