using FunctionsHost.Tests.Conformance.Functions;

namespace FunctionsHost.Tests.Conformance.Cases;

public static class FamilyCases
{
    public static async Task GivenASubOrchestration_WhenItEnds_ThenItsResultIsItsParents(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Families.Parent), 3);
        var child = await stage.Client.GetInstanceAsync($"{end.InstanceId}-child", getInputsAndOutputs: true);

        Assert.Equal((3, 3), (end.ReadOutputAs<int>(), child!.ReadOutputAs<int>()));
        Assert.Equal((nameof(Calls.Chain), OrchestrationRuntimeStatus.Completed), (child.Name, child.RuntimeStatus));
    }

    public static async Task GivenASubOrchestration_WhenItFails_ThenItsParentKnowsWhy(Stage stage)
    {
        var failure = await stage.ResultAsync<string[]>(nameof(Families.CaughtChild), nameof(Calls.CallOf));

        Assert.Equal(nameof(Calls.CallOf), failure[0]);
        Assert.Contains("why", failure[2], StringComparison.Ordinal);
    }

    /// <summary>Such a failure comes without details, and the worker's client library then throws another exception than usual.</summary>
    public static async Task GivenAnUnknownSubOrchestration_WhenItIsCalled_ThenEvenAParentThatCatchesFailuresFails(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Families.CaughtChild), "Nobody");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Object reference not set", end.SerializedOutput, StringComparison.Ordinal);
    }

    public static async Task GivenChildrenWithoutIds_WhenTheyRun_ThenTheirIdsAreTheirOwnAndTheirParentIsKnown(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Families.IdsOfChildren));
        var ids = (await stage.EndAsync(id)).ReadOutputAs<string[]>()!;

        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, child => Assert.EndsWith($" of {id} {nameof(Families.IdsOfChildren)}", child, StringComparison.Ordinal));
    }

    public static async Task GivenTwoChildrenOfOneId_WhenTheyAreStartedAtOnce_ThenTheParentGetsAnAnswerOfEach(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Families.ParentOfTwins));

        Assert.Equal(["one", "other"], (await stage.EndAsync(id)).ReadOutputAs<string[]>()!);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await stage.EndAsync($"{id}-child")).RuntimeStatus);
    }

    public static async Task GivenVersionsAndTags_WhenAFamilyRuns_ThenEachSeesItsOwn(Stage stage)
    {
        var tags = new Dictionary<string, string> { ["of"] = "a tag", ["and"] = "another" };
        var end = await stage.RunAsync(nameof(Families.Versions), options: new StartOrchestrationOptions { Version = "2.1", Tags = tags });

        Assert.Equal(["2.1", "", "3.0"], end.ReadOutputAs<string[]>()!);
        Assert.Equal(tags, end.Tags);
    }

    public static async Task GivenAParent_WhenItIsTerminatedWithItsFamily_ThenTheChildLivesOn(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Families.ParentOfWaiting));
        await stage.UntilAsync($"{id}-child", OrchestrationRuntimeStatus.Running);
        await stage.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true));
        var end = await stage.EndAsync(id);
        await stage.Client.RaiseEventAsync($"{id}-child", "Word", "still here");

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
        Assert.Equal("still here", (await stage.EndAsync($"{id}-child")).ReadOutputAs<string>());
    }

    public static async Task GivenAFailedActivity_WhenItsInstanceIsRewound_ThenItRunsAgainAndNothingElseDoes(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Calls.TwoBrittle));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await stage.EndAsync(id)).RuntimeStatus);
        Activities.Mend($"{id}-1");
        await stage.Client.RewindInstanceAsync(id, "mended");

        var end = await stage.UntilAsync(id, OrchestrationRuntimeStatus.Completed);
        Assert.Equal(("whole and sound", 2), (end.ReadOutputAs<string>(), Activities.Tries($"{id}-1")));
    }

    public static async Task GivenAFailedSubOrchestration_WhenItsParentIsRewound_ThenBothGoOn(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Families.ParentOfBrittle));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await stage.EndAsync(id)).RuntimeStatus);
        Activities.Mend($"{id}-child-1");
        await stage.Client.RewindInstanceAsync(id, "mended");

        Assert.Equal("whole and sound", (await stage.UntilAsync(id, OrchestrationRuntimeStatus.Completed)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await stage.EndAsync($"{id}-child")).RuntimeStatus);
    }
}
