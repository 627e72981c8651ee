using Ilnp.Care;
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

    static GroupCheckpoint Checkpoint(DateTime end) => new("c", "G001", FirstPulse, end, new());

    Script Script() => new Script(Introduced)
        .Orchestrator<GroupCheckpoint>(nameof(GroupOrchestrator), GroupOrchestrator.Run)
        .Orchestrator<string>("Listener", async (context, _) =>
        {
            var need = await context.WaitForExternalEvent<RematchNeeded>(RematchNeeded.EventName);
            await context.CallActivityAsync("Heard", need.LeaverId);
        })
        .On("Heard")
        .On(nameof(CareActivities.AskPulse), _ => new[] { "a", "b" })
        .On(nameof(CareActivities.ListMembers), _ => new[] { "a", "b" })
        .On(nameof(CareActivities.SendNudge))
        .On(nameof(CareActivities.TellLiaison))
        .On(nameof(CareActivities.CompleteGroup));

    static Script Pulse(Script script, DateTime at, string person, string choice) =>
        script.Decides(at, Group, Ilnp.Care.Pulse.Answered, $"pulse-G001-1-{person}", person, choice);

    [Fact]
    public async Task GivenPartnersInTouch_WhenTheProgrammeRuns_ThenTheyArePulsedEveryTwoWeeksAndTheGroupIsCompletedAtTheEnd()
    {
        var script = Script();
        var end = Introduced.AddDays(40);

        var instance = await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(end), Group, end.AddDays(1));

        Assert.Equal([FirstPulse, FirstPulse.AddDays(14), FirstPulse.AddDays(28)], script.CallsOf(nameof(CareActivities.AskPulse)).Select(call => call.At));
        Assert.Equal(end, Assert.Single(script.CallsOf(nameof(CareActivities.CompleteGroup))).At);
        Assert.Empty(script.CallsOf(nameof(CareActivities.SendNudge)));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenPartnerSilentForAWeek_WhenNudgeIsNotAnswered_ThenLiaisonIsToldAndRemindedUntilTheyDecide()
    {
        var script = Pulse(Script(), FirstPulse.AddHours(2), "a", "not-yet")
            .Decides(FirstPulse.AddDays(18), Group, LiaisonDecision.Decided, "liaison-rematch-G001-1-b", "ada", "wait");

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Introduced.AddDays(60)), Group, FirstPulse.AddDays(20));

        Assert.Equal(FirstPulse.AddDays(7), Assert.Single(script.CallsOf(nameof(CareActivities.SendNudge))).At);
        Assert.Contains("\"b\"", script.CallsOf(nameof(CareActivities.SendNudge))[0].Json, StringComparison.Ordinal);
        Assert.Equal([FirstPulse.AddDays(14), FirstPulse.AddDays(17)], script.CallsOf(nameof(CareActivities.TellLiaison)).Select(call => call.At));
        Assert.Empty(script.CallsOf("Heard"));
    }

    [Fact]
    public async Task GivenSilentPartner_WhenTheyAnswerTheNudge_ThenNobodyElseIsTroubled()
    {
        var script = Pulse(Script(), FirstPulse.AddHours(2), "a", "not-yet")
            .Decides(FirstPulse.AddDays(9), Group, Nudge.Answered, "nudge-G001-1-b", "b", "here");

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Introduced.AddDays(60)), Group, FirstPulse.AddDays(15));

        Assert.Empty(script.CallsOf(nameof(CareActivities.TellLiaison)));
        Assert.Equal(2, script.CallsOf(nameof(CareActivities.AskPulse)).Count);
    }

    [Theory]
    [InlineData(-500, 0)] // as when a timer that was set for the end fires early
    [InlineData(-1500, 1)]
    public async Task GivenTroubleJustBeforeTheEnd_WhenATimerMayFireEarly_ThenTheLiaisonIsToldOnlyIfTheProgrammeStillRuns(int milliseconds, int told)
    {
        var end = FirstPulse.AddDays(3);
        var script = Pulse(Pulse(Script(), FirstPulse.AddHours(2), "a", "heard"), end.AddMilliseconds(milliseconds), "b", "trouble");

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(end), Group, end.AddDays(1));

        Assert.Equal(told, script.CallsOf(nameof(CareActivities.TellLiaison)).Count);
        Assert.Single(script.CallsOf(nameof(CareActivities.CompleteGroup)));
    }

    [Theory]
    [InlineData(0.5)] // in the time of a pulse
    [InlineData(10)] // between two pulses, by the link of the last one
    public async Task GivenSomeoneWhoLeaves_WhenTheySaySo_ThenARematchIsAskedForAtOnce(double daysAfterPulse)
    {
        var left = FirstPulse.AddDays(daysAfterPulse);
        var script = Pulse(Script().Orchestrator<string>("Both", Both), left, "b", "leave");

        await script.RunAsync("Both", "c", "both", left.AddDays(1));

        var heard = Assert.Single(script.CallsOf("Heard"));
        Assert.Equal(("\"b\"", left), (heard.Json, heard.At));
    }

    [Fact]
    public async Task GivenALateAnswerToAnEarlierNudge_WhenSomebodyElseIsNudged_ThenItIsNotTakenForTheirs()
    {
        var second = FirstPulse.AddDays(14);
        var script = Pulse(Script(), FirstPulse.AddHours(2), "a", "not-yet")
            .Decides(FirstPulse.AddDays(9), Group, Nudge.Answered, "nudge-G001-1-b", "b", "here")
            .Decides(second.AddHours(2), Group, Ilnp.Care.Pulse.Answered, "pulse-G001-2-b", "b", "not-yet")
            .Decides(second.AddDays(8), Group, Nudge.Answered, "nudge-G001-1-b", "b", "here"); // while a is nudged

        await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Introduced.AddDays(60)), Group, second.AddDays(15));

        Assert.Equal(2, script.CallsOf(nameof(CareActivities.SendNudge)).Count);
        Assert.Contains("\"a\"", Assert.Single(script.CallsOf(nameof(CareActivities.TellLiaison))).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NudgeAnswered", "nudge-G001-1-b", "b", "leave", 10, 9.0)] // the nudge was answered "here" before
    [InlineData("LiaisonDecided", "liaison-rematch-G001-1-b", "ada", "rematch", 10, 9.0)] // the liaison has another mind
    [InlineData("PulseAnswered", "pulse-G001-1-b", "b", "leave", 7.5, null)] // by the pulse's link, while the nudge is out
    public async Task GivenAWordThatSomebodyLeaves_WhenItComesByAnEarlierLink_ThenItIsHeard(
        string eventName, string decision, string person, string choice, double daysAfterPulse, double? nudgeAnswered)
    {
        var left = FirstPulse.AddDays(daysAfterPulse);
        var script = Pulse(Script().Orchestrator<string>("Both", Both), FirstPulse.AddHours(2), "a", "not-yet");
        if (nudgeAnswered is { } days) script.Decides(FirstPulse.AddDays(days), Group, Nudge.Answered, "nudge-G001-1-b", "b", "here");
        script.Decides(left, Group, eventName, decision, person, choice);

        await script.RunAsync("Both", "c", "both", FirstPulse.AddDays(11));

        Assert.Equal(("\"b\"", left), script.CallsOf("Heard").Select(heard => (heard.Json, heard.At)).Single());
    }

    [Fact]
    public async Task GivenGroupDissolvedByARematch_WhenTheNextPulseIsDue_ThenItEndsQuietly()
    {
        var script = Script().On(nameof(CareActivities.AskPulse), _ => Array.Empty<string>());

        var instance = await script.RunAsync(nameof(GroupOrchestrator), Checkpoint(Introduced.AddDays(60)), Group, FirstPulse.AddDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    /// <summary>The group beside a stand-in for the cohort's rematches.</summary>
    static async Task Both(TaskOrchestrationContext context, string _)
    {
        var listener = context.CallSubOrchestratorAsync("Listener", "c", new SubOrchestrationOptions(instanceId: Care));
        var group = context.CallSubOrchestratorAsync(
            nameof(GroupOrchestrator), Checkpoint(Introduced.AddDays(60)), new SubOrchestrationOptions(instanceId: Group));
        await Task.WhenAll(listener, group);
    }
}
