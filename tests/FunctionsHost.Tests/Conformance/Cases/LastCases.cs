using FunctionsHost.Tests.Conformance.Functions;
using Microsoft.DurableTask.Worker;

namespace FunctionsHost.Tests.Conformance.Cases;

/// <summary>What touches other cases' instances: one after the other, when those are over.</summary>
public static class LastCases
{
    public static async Task GivenEndedInstances_WhenTheyArePurgedByStateAndTime_ThenTheOthersStay(Stage stage)
    {
        await stage.ResultAsync<string>(nameof(Waits.ForAWordAtMost), 3); // what other cases left is older than a second then
        var before = stage.Clock.GetUtcNow().AddSeconds(-1);
        var gone = (await stage.RunAsync("NobodyToPurge")).InstanceId;
        var kept = (await stage.RunAsync(nameof(Calls.Chain), 1)).InstanceId;
        var earlier = new PurgeInstancesFilter(before.AddDays(-9), before.AddDays(-8), [OrchestrationRuntimeStatus.Failed]);
        var now = new PurgeInstancesFilter(before, stage.Clock.GetUtcNow().AddSeconds(1), [OrchestrationRuntimeStatus.Failed]);

        Assert.Equal(0, (await stage.Client.PurgeAllInstancesAsync(earlier)).PurgedInstanceCount);
        Assert.NotNull(await stage.Client.GetInstanceAsync(gone));
        Assert.Equal(1, (await stage.Client.PurgeAllInstancesAsync(now)).PurgedInstanceCount);
        Assert.Null(await stage.Client.GetInstanceAsync(gone));
        Assert.NotNull(await stage.Client.GetInstanceAsync(kept));
    }

    /// <summary>In the simulation the worker has to ask for the history; where each step replays, it was told in any case.</summary>
    public static async Task GivenAWorkerThatForgot_WhenTheNextStepComes_ThenItIsToldEverythingAgain(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.Counted));
        await stage.UntilAsync(id, found => found.ReadCustomStatusAs<string>() == "first");
        stage.Worker.GetRequiredService<ExtendedSessionsCache>().GetOrInitializeCache(60).Clear();
        await stage.Client.RaiseEventAsync(id, "Word", "remembered");

        Assert.Equal("first remembered", (await stage.EndAsync(id)).ReadOutputAs<string>());
        var begun = Activities.Tries(id);
        Assert.True(stage.IsSimulated ? begun == 2 : begun >= 2, $"{begun} times");
    }
}
