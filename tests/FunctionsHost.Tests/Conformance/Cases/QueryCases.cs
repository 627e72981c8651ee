using FunctionsHost.Tests.Conformance.Functions;

namespace FunctionsHost.Tests.Conformance.Cases;

public static class QueryCases
{
    public static async Task GivenInstances_WhenTheyAreQueriedByPrefix_ThenPagesHoldThemAll(Stage stage)
    {
        var ids = Enumerable.Range(0, 7).Select(i => $"paged-{i}").ToList();
        await Task.WhenAll(ids.Select(id => stage.RunAsync(nameof(Calls.Chain), 0, new(id))));
        var pages = new List<Page<OrchestrationMetadata>>();
        var all = stage.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "paged-", PageSize: 3));
        await foreach (var page in all.AsPages()) pages.Add(page);

        Assert.Equal(ids, pages.SelectMany(page => page.Values).Select(found => found.InstanceId).Order());
        Assert.All(pages, page => Assert.InRange(page.Values.Count, 0, 3));
        Assert.True(pages.Count >= 3);
    }

    public static async Task GivenInstances_WhenTheyAreQueriedByState_ThenOnlyThoseAreFound(Stage stage)
    {
        await stage.RunAsync(nameof(Calls.Chain), 0, new("state-completed"));
        await stage.RunAsync("Nobody", options: new("state-failed"));
        await stage.BegunAsync(nameof(Waits.ForAWord), options: new("state-running"));

        var query = new OrchestrationQuery { InstanceIdPrefix = "state-" };
        Assert.Equal(["state-failed"], await IdsAsync(stage, query with { Statuses = [OrchestrationRuntimeStatus.Failed] }));
        Assert.Equal(
            ["state-completed", "state-running"],
            await IdsAsync(stage, query with { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed] }));
    }

    public static async Task GivenInstances_WhenTheyAreQueriedByTime_ThenOnlyThoseAreFound(Stage stage)
    {
        var created = (await stage.RunAsync(nameof(Calls.Chain), 0, new("dated-1"))).CreatedAt;

        Assert.Equal(
            ["dated-1"], await IdsAsync(stage, new(created.AddMinutes(-1), created.AddMinutes(1)) { InstanceIdPrefix = "dated-" }));
        Assert.Empty(await IdsAsync(stage, new(CreatedFrom: created.AddMinutes(1)) { InstanceIdPrefix = "dated-" }));
        Assert.Empty(await IdsAsync(stage, new(CreatedTo: created.AddMinutes(-1)) { InstanceIdPrefix = "dated-" }));
    }

    public static async Task GivenInputsAndOutputs_WhenTheyAreNotAskedFor_ThenTheyAreNotSent(Stage stage)
    {
        await stage.RunAsync(nameof(Calls.Chain), 1, new("brief-1"));
        var brief = Assert.Single(await FoundAsync(stage, new() { InstanceIdPrefix = "brief-" }));
        var whole = Assert.Single(await FoundAsync(stage, new() { InstanceIdPrefix = "brief-", FetchInputsAndOutputs = true }));

        Assert.Equal((null, null), (brief.SerializedInput, brief.SerializedOutput));
        Assert.Equal(("1", "1"), (whole.SerializedInput, whole.SerializedOutput));
    }

    /// <summary>The same steps on both engines, event by event.</summary>
    public static async Task GivenAChain_WhenItIsOver_ThenItsHistoryIsTheSameOnBothEngines(Stage stage)
    {
        var id = (await stage.RunAsync(nameof(Calls.Chain), 2)).InstanceId;
        var history = await stage.Client.GetOrchestrationHistoryAsync(id);

        Assert.Equal(
            "OrchestratorStarted ExecutionStarted TaskScheduled OrchestratorCompleted "
            + "OrchestratorStarted TaskCompleted TaskScheduled OrchestratorCompleted "
            + "OrchestratorStarted TaskCompleted ExecutionCompleted OrchestratorCompleted",
            string.Join(' ', history.Select(happened => happened.EventType)));
    }

    static async Task<List<string>> IdsAsync(Stage stage, OrchestrationQuery query) =>
        [.. (await FoundAsync(stage, query)).Select(found => found.InstanceId).Order()];

    static async Task<List<OrchestrationMetadata>> FoundAsync(Stage stage, OrchestrationQuery query)
    {
        var all = new List<OrchestrationMetadata>();
        await foreach (var found in stage.Client.GetAllInstancesAsync(query)) all.Add(found);
        return all;
    }
}
