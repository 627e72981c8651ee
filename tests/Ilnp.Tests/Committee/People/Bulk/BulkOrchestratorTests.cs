using Ilnp.Committee.People.Bulk;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Committee.People.Bulk;

/// <summary>The order of an act about many people, with scripted activities.</summary>
public sealed class BulkOrchestratorTests
{
    static readonly DateTime Begin = new(2020, 4, 15, 8, 0, 0, DateTimeKind.Utc);

    internal static BulkRun Run(int people) =>
        new("c", "plan", "lead", [.. Enumerable.Range(1, people).Select(number => $"P{number:000}")]);

    /// <summary>The fourth person does not fit any more.</summary>
    internal static Script Script(DateTime begin, string? histories = null) => new Script(begin) { Histories = histories }
        .Orchestrator<BulkRun, BulkResult>(nameof(BulkOrchestrator), BulkOrchestrator.Run)
        .On(nameof(BulkActivities.ActOnPerson), input => input.Text("PersonId") == "P004" ? LeftOut.Unfit : null);

    [Theory]
    [InlineData(7)]
    [InlineData(BulkRules.Most)]
    public async Task GivenAPlan_WhenItIsDone_ThenEachPersonComesOnceAndTheResultSaysWhoWasLeftOut(int people)
    {
        var script = Script(Begin);

        var ended = await script.RunAsync(nameof(BulkOrchestrator), Run(people), "bulk", Begin.AddDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(
            Run(people).People, script.CallsOf(nameof(BulkActivities.ActOnPerson)).Select(call => call.Read<BulkStep>().PersonId).Order());
        var result = ended.ReadOutputAs<BulkResult>()!;
        Assert.Equal((people - 1, new LeftOut("P004", LeftOut.Unfit)), (result.Done, Assert.Single(result.LeftOut)));
        var progress = ended.ReadCustomStatusAs<BulkProgress>()!;
        Assert.Equal((people - 1, 1), (progress.Done, progress.LeftOut[LeftOut.Unfit]));
    }
}
