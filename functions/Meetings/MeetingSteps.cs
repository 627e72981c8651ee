using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Meetings;

/// <summary>A meeting of everybody, as its orchestration says it.</summary>
static class MeetingSteps
{
    /// <summary>Everybody who is in a group at this moment.</summary>
    public static async Task Invite(this TaskOrchestrationContext context, MeetingRef meeting, bool isAgain)
    {
        var people = await context.Do<IReadOnlyList<string>>(nameof(MeetingActivities.ListInvited), meeting);
        await context.ForEach(
            people, nameof(MeetingActivities.InviteToMeeting), person => new MeetingTo(meeting.CohortId, meeting.Number, person, isAgain));
    }

    public static Task TellCommittee(this TaskOrchestrationContext context, MeetingRef meeting) =>
        context.Do(nameof(MeetingActivities.TellCommitteeOfMeeting), meeting);

    /// <summary>Everybody who was told of it, and the committee.</summary>
    public static async Task TellCalledOff(this TaskOrchestrationContext context, MeetingRef meeting)
    {
        var told = await context.Do<IReadOnlyList<string>>(nameof(MeetingActivities.ListToldOfMeeting), meeting);
        await context.ForEach(
            told, nameof(MeetingActivities.TellMeetingOff), person => new MeetingTo(meeting.CohortId, meeting.Number, person));
        await context.TellCommittee(meeting);
    }
}
