using Ilnp.Meetings;
using Ilnp.Programme;
using Ilnp.Tests.Meetings;
using static Ilnp.Tests.Repetition.Scenarios;

namespace Ilnp.Tests.Repetition;

/// <summary>Activities of a meeting of everybody.</summary>
static class MeetingScenarios
{
    static readonly MeetingRef One = new(Stage.Cohort, 1);

    /// <summary>Whenever the scenarios are, it is to come.</summary>
    static readonly WholeMeeting Ahead = MeetingPlay.Meeting with
    {
        First = MeetingPlay.Meeting.First.AddYears(30),
        Second = MeetingPlay.Meeting.Second.AddYears(30),
    };

    static readonly WholeMeeting Off = Ahead with { CalledOffAt = MeetingPlay.Meeting.First };

    public static IReadOnlyList<Scenario> All { get; } =
    [
        Of<MeetingActivities>("ListInvited", s => s.MeetingAsync(Ahead), a => Give(a.ListInvited(One))),
        Of<MeetingActivities>(
            "InviteToMeeting", s => s.MeetingAsync(Ahead), a => Done(a.InviteToMeeting(new(Stage.Cohort, 1, "P01"))), "meeting P01"),
        Of<MeetingActivities>(
            "InviteToMeeting once more", s => s.MeetingAsync(Ahead),
            a => Done(a.InviteToMeeting(new(Stage.Cohort, 1, "P03", IsAgain: true))), "meeting P03"),
        Of<MeetingActivities>(
            "TellCommitteeOfMeeting", s => s.MeetingAsync(Ahead), a => Done(a.TellCommitteeOfMeeting(One)),
            [.. Stage.Settings.Committee.Select(member => $"committee-meeting {member.Id}")]),
        Of<MeetingActivities>("ListToldOfMeeting", s => s.MeetingAsync(Off), a => Give(a.ListToldOfMeeting(One))),
        Of<MeetingActivities>(
            "TellMeetingOff", s => s.MeetingAsync(Off), a => Done(a.TellMeetingOff(new(Stage.Cohort, 1, "P01"))), "meeting-off P01"),
    ];
}
