using Ilnp.Meetings;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;

namespace Ilnp.Tests.Meetings;

/// <summary>A meeting's orchestration with scripted activities and two people.</summary>
static class MeetingPlay
{
    public const string Instance = "meeting";

    public static readonly WholeMeeting Meeting = new()
    {
        Number = 1,
        First = new(2020, 6, 17, 7, 0, 0, TimeSpan.Zero),
        Second = new(2020, 6, 17, 16, 0, 0, TimeSpan.Zero),
        Minutes = 60,
        Link = new("https://meet.example/all"),
    };

    /// <summary>When a lead invites, as a rule: a week before.</summary>
    public static readonly DateTime Begin = new(2020, 6, 10, 12, 0, 0, DateTimeKind.Utc);

    public static MeetingRun Run { get; } = MeetingRun.Of("c", Meeting);

    public static Script Script(DateTime? begin = null, string? histories = null) => new Script(begin ?? Begin) { Histories = histories }
        .Orchestrator<MeetingRun>(nameof(MeetingOrchestrator), MeetingOrchestrator.Run)
        .On(nameof(MeetingActivities.ListInvited), _ => new[] { "P1", "P2" })
        .On(nameof(MeetingActivities.InviteToMeeting))
        .On(nameof(MeetingActivities.TellCommitteeOfMeeting))
        .On(nameof(MeetingActivities.ListToldOfMeeting), _ => new[] { "P1", "P2" })
        .On(nameof(MeetingActivities.TellMeetingOff));

    public static Script CalledOff(this Script script, DateTime at) =>
        script.Happens(at, Instance, MeetingOrchestrator.CalledOff, new MeetingRef("c", 1));

    /// <summary>One that is called off after its reminder, so that every call is in it.</summary>
    public static Task RecordAsync(string folder) => Script(histories: folder)
        .On(nameof(MeetingActivities.ListInvited), _ => new[] { "P1" })
        .On(nameof(MeetingActivities.ListToldOfMeeting), _ => new[] { "P1" })
        .CalledOff(Run.Remind.AddHours(2))
        .RunAsync(nameof(MeetingOrchestrator), Run, Instance, Run.LastBegins.AddDays(1));
}
