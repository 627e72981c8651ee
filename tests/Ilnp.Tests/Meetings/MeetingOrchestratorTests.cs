using Ilnp.Meetings;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask.Client;
using static Ilnp.Tests.Meetings.MeetingPlay;

namespace Ilnp.Tests.Meetings;

/// <summary>Who is written to of a meeting of everybody, and when.</summary>
public sealed class MeetingOrchestratorTests
{
    [Fact]
    public async Task GivenAMeeting_WhenNothingHappens_ThenEverybodyIsInvitedAndRemindedADayBefore()
    {
        var script = Script();

        Assert.Equal([("P1", false, Begin), ("P2", false, Begin), ("P1", true, Run.Remind), ("P2", true, Run.Remind)], await Sent(script));
        Assert.Single(script.CallsOf(nameof(MeetingActivities.TellCommitteeOfMeeting)));
        Assert.Empty(script.CallsOf(nameof(MeetingActivities.TellMeetingOff)));
    }

    [Theory]
    [InlineData(-30, 2)]
    [InlineData(2, 4)]
    public async Task GivenAMeeting_WhenItIsCalledOff_ThenWhoeverWasToldHearsAtOnceAndNobodyIsRemindedAfterwards(int hours, int invitations)
    {
        var at = Run.Remind.AddHours(hours);
        var script = Script().CalledOff(at);

        Assert.Equal(invitations, (await Sent(script)).Count);
        Assert.Equal([at, at], script.CallsOf(nameof(MeetingActivities.TellMeetingOff)).Select(call => call.At));
        Assert.Equal(2, script.CallsOf(nameof(MeetingActivities.TellCommitteeOfMeeting)).Count);
    }

    [Fact]
    public async Task GivenDowntime_WhenBothSittingsHaveBegun_ThenNobodyIsReminded()
    {
        var script = Script().StandsStill(Instance, Run.Remind.AddHours(-1), Run.LastBegins.AddHours(1));

        Assert.Equal(2, (await Sent(script, Run.LastBegins.AddDays(2))).Count);
    }

    [Fact]
    public async Task GivenAnInvitationThatCameLate_WhenItIsLessThanADayBefore_ThenOneMailSaysIt()
    {
        var script = Script(Run.Remind.AddHours(1));

        Assert.All(await Sent(script), sent => Assert.False(sent.IsAgain));
    }

    static async Task<IReadOnlyList<(string Person, bool IsAgain, DateTime At)>> Sent(Script script, DateTime? until = null)
    {
        var ended = await script.RunAsync(nameof(MeetingOrchestrator), Run, Instance, until ?? Run.LastBegins.AddDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return [.. script.CallsOf(nameof(MeetingActivities.InviteToMeeting))
            .Select(call => (call.Read<MeetingTo>(), call.At)).Select(call => (call.Item1.PersonId, call.Item1.IsAgain, call.At))
            .OrderBy(sent => sent.At).ThenBy(sent => sent.PersonId, StringComparer.Ordinal)];
    }
}
