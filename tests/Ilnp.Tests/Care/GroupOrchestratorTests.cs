using Ilnp.Approvals;
using Ilnp.Care;
using Ilnp.Care.Concerns;
using Ilnp.Care.Letters;
using Ilnp.Care.Questions;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Care;

public sealed class GroupOrchestratorTests
{
    const string Group = "group-c-G001";
    const string Care = "care-c";

    static readonly DateTime Introduced = new(2020, 5, 4, 14, 0, 0, DateTimeKind.Utc);
    static readonly DateTime FirstPulse = Introduced.AddDays(7);
    static readonly DateTime Long = Introduced.AddDays(60);

    static GroupCheckpoint Checkpoint(DateTime end) => new("c", "G001", FirstPulse, end, new());

    Script Script(params string[] members) => new Script(Introduced)
        .Orchestrator<GroupCheckpoint>(nameof(GroupOrchestrator), GroupOrchestrator.Run)
        .Orchestrator<string>("Listener", Listen)
        .Orchestrator<string>("Both", Both)
        .On("Heard")
        .On(nameof(CareActivities.AskPulse), _ => members.Length == 0 ? ["a", "b"] : members)
        .On(nameof(CareActivities.ListMembers), _ => members.Length == 0 ? ["a", "b"] : members)
        .On(nameof(ConcernActivities.SendNudge))
        .On(nameof(ConcernActivities.Reassure))
        .On(nameof(ConcernActivities.TellStillHere))
        .On(nameof(ConcernActivities.TellAnswered))
        .On(nameof(DeciderActivities.AskToDecide))
        .On(nameof(DeciderActivities.TellResolved))
        .On(nameof(CareActivities.CompleteGroup));

    static Script Says(Script script, DateTime at, string person, string choice, int round = 1) =>
        script.Decides(at, Group, Pulse.Answered, Pulse.DecisionId("G001", round, person), person, choice);

    /// <summary>The group beside a stand-in for the cohort's rematches.</summary>
    static async Task Both(TaskOrchestrationContext context, string _)
    {
        var listener = context.CallSubOrchestratorAsync("Listener", "c", new SubOrchestrationOptions(instanceId: Care));
        var group = context.CallSubOrchestratorAsync(
            nameof(GroupOrchestrator), Checkpoint(Long), new SubOrchestrationOptions(instanceId: Group));
        await Task.WhenAll(listener, group);
    }

    static async Task Listen(TaskOrchestrationContext context, string _)
    {
        var inbox = context.WaitForExternalEvent<RematchNeed>(RematchNeed.EventName);
        while (true)
        {
            var need = await inbox;
            inbox = context.WaitForExternalEvent<RematchNeed>(RematchNeed.EventName);
            await context.CallActivityAsync("Heard", need.Parting!.Key);
        }
    }

    [Fact]
    public async Task GivenPartnersInTouch_WhenTheProgrammeRuns_ThenTheyAreAskedEveryTwoWeeksAndTheGroupIsCompletedAtTheEnd()
    {
        var end = Introduced.AddDays(40);
        var script = Script();
        for (var round = 1; round <= 3; round++) Says(script, FirstPulse.AddDays(14 * (round - 1)).AddHours(1), "a", Pulse.Heard, round);

        var instance = await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(end), Group, end.AddDays(1));

        Assert.Equal(
            [FirstPulse, FirstPulse.AddDays(14), FirstPulse.AddDays(28)],
            script.CallsOf(nameof(CareActivities.AskPulse)).Select(call => call.At));
        Assert.Equal(end, Assert.Single(script.CallsOf(nameof(CareActivities.CompleteGroup))).At);
        Assert.Empty(script.CallsOf(nameof(DeciderActivities.AskToDecide)));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenSomebodyWhoHearsNothing_WhenTheySaySo_ThenTheSilentOneIsNudgedInThatMinuteAndTheLiaisonToldInThreeDays()
    {
        var said = FirstPulse.AddHours(2);
        var script = Says(Script(), said, "a", Pulse.NotYet);

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Long), Group, said.AddDays(4));

        Assert.Equal(said, Assert.Single(script.CallsOf(nameof(ConcernActivities.SendNudge))).At);
        Assert.Equal(said, Assert.Single(script.CallsOf(nameof(ConcernActivities.Reassure))).At);
        Assert.Equal(said.AddDays(3), Assert.Single(script.CallsOf(nameof(DeciderActivities.AskToDecide))).At);
    }

    [Theory]
    [InlineData(Pulse.Mismatch)]
    [InlineData(Pulse.Trouble)]
    public async Task GivenSomebodyInNeed_WhenTheySaySo_ThenWhoDecidesHearsOfItInThatMinute(string choice)
    {
        var said = FirstPulse.AddHours(2);
        var script = Says(Script(), said, "a", choice);

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Long), Group, said.AddHours(1));

        Assert.Equal(said, Assert.Single(script.CallsOf(nameof(DeciderActivities.AskToDecide))).At);
    }

    [Theory]
    [InlineData(0.5)] // in the time of a pulse
    [InlineData(10)] // between two pulses, by the link of the last one
    [InlineData(45)] // when no pulse follows any more
    public async Task GivenSomeoneWhoLeaves_WhenTheySaySo_ThenARematchIsAskedForAtOnce(double daysAfterPulse)
    {
        var left = FirstPulse.AddDays(daysAfterPulse);
        var script = Says(Script(), left, "b", Pulse.Leave);

        await script.RunAsync("Both", "c", "both", left.AddDays(1));

        var heard = Assert.Single(script.CallsOf("Heard"));
        Assert.Equal(("\"Left.b\"", left), (heard.Json, heard.At));
    }

    [Fact]
    public async Task GivenATrioThatLosesOne_WhenTwoGoOn_ThenTheyAreStillAskedAndCompleted()
    {
        var left = FirstPulse.AddHours(2);
        var script = Says(Script("a", "b", "c"), left, "b", Pulse.Leave);
        script.On(nameof(CareActivities.AskPulse), call => call.Time == 1 ? ["a", "b", "c"] : new[] { "a", "c" });

        await script.RunAsync("Both", "c", "both", Long.AddDays(1));

        Assert.True(script.CallsOf(nameof(CareActivities.AskPulse)).Count > 3);
        Assert.Single(script.CallsOf(nameof(CareActivities.CompleteGroup)));
    }

    [Fact]
    public async Task GivenALateAnswerToAnEarlierNudge_WhenSomebodyElseIsAskedAfter_ThenItIsNotTakenForTheirs()
    {
        var second = FirstPulse.AddHours(2).AddDays(4);
        var script = Says(Script(), FirstPulse.AddHours(1), "a", Pulse.NotYet)
            .Decides(FirstPulse.AddHours(2), Group, Nudge.Answered, Nudge.DecisionId("G001", 1, "b"), "b", Nudge.Here);
        Says(script, second.AddHours(2), "b", Pulse.NotYet, round: 2)
            .Happens(
                second.AddHours(3),
                Group,
                Nudge.Answered,
                new DecisionRecorded(Nudge.DecisionId("G001", 1, "b"), "b", Nudge.Here, Version: 2));

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Long), Group, second.AddDays(5));

        Assert.Equal(2, script.CallsOf(nameof(ConcernActivities.SendNudge)).Count);
        Assert.Contains(
            "\"aboutId\":\"a\"",
            Assert.Single(script.CallsOf(nameof(DeciderActivities.AskToDecide))).Json,
            StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(-500, 0)] // as when a timer that was set for the end fires early
    [InlineData(-1500, 1)]
    public async Task GivenTroubleJustBeforeTheEnd_WhenATimerMayFireEarly_ThenTheLeadsAreToldOnlyIfTheProgrammeStillRuns(
        int milliseconds, int told)
    {
        var end = FirstPulse.AddDays(3);
        var script = Says(Script(), end.AddMilliseconds(milliseconds), "b", Pulse.Trouble);

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(end), Group, end.AddDays(1));

        Assert.Equal(told, script.CallsOf(nameof(DeciderActivities.AskToDecide)).Count);
        Assert.Single(script.CallsOf(nameof(CareActivities.CompleteGroup)));
    }

    [Fact]
    public async Task GivenGroupDissolvedByARematch_WhenTheNextPulseIsDue_ThenItEndsQuietly()
    {
        var script = Script().On(nameof(CareActivities.AskPulse), _ => Array.Empty<string>());

        var instance = await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Long), Group, FirstPulse.AddDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }
}
