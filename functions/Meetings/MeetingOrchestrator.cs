using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Meetings;

/// <summary>
/// One meeting of everybody: invitations, a reminder to whoever is in a group by then, and a word to all who were told when
/// it is called off. What comes too late is left out.
/// </summary>
public static class MeetingOrchestrator
{
    /// <summary>Raised when a lead calls it off.</summary>
    public const string CalledOff = "MeetingCalledOff";

    [Function(nameof(MeetingOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, MeetingRun run)
    {
        var off = context.Inbox<MeetingRef>(CalledOff);
        var isReminded = context.CurrentUtcDateTime < run.Remind;
        await context.Invite(run.Meeting, isAgain: false);
        await context.TellCommittee(run.Meeting);
        var isOff = await off.NextUntil(run.Remind) is not null;
        if (!isOff && isReminded && context.CurrentUtcDateTime < run.LastBegins) await context.Invite(run.Meeting, isAgain: true);
        if (isOff || await off.NextUntil(run.LastBegins) is not null) await context.TellCalledOff(run.Meeting);
    }
}

/// <summary>Input of a meeting's orchestration.</summary>
/// <param name="Meeting">Which.</param>
/// <param name="Remind">UTC.</param>
/// <param name="LastBegins">When the second sitting begins, UTC.</param>
public sealed record MeetingRun(MeetingRef Meeting, DateTime Remind, DateTime LastBegins)
{
    /// <summary>Before the first sitting.</summary>
    const int RemindHours = 24;

    public static MeetingRun Of(string cohortId, WholeMeeting meeting) =>
        new(new(cohortId, meeting.Number), meeting.First.UtcDateTime.AddHours(-RemindHours), meeting.Second.UtcDateTime);
}
