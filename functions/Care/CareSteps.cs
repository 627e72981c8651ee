using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>The steps of care, as orchestrations say them.</summary>
static class CareSteps
{
    /// <summary>Every active group gets an orchestration of its own, and the cohort one that rematches in turn.</summary>
    public static async Task BeginCare(this TaskOrchestrationContext context, CohortPlan plan)
    {
        await context.Do(nameof(CareStarts.StartRematches), plan);
        var groups = await context.Do<IReadOnlyList<string>>(nameof(CareActivities.ListActiveGroups), plan.CohortId);
        await context.ForEach(groups, nameof(CareStarts.StartGroup), group => FirstCheckpoint(context, plan, group));
    }

    /// <summary>Care for a group formed later.</summary>
    public static Task BeginCare(this TaskOrchestrationContext context, CohortPlan plan, string groupId) =>
        context.Do(nameof(CareStarts.StartGroup), FirstCheckpoint(context, plan, groupId));

    /// <summary>The members asked; none when the group has been dissolved.</summary>
    public static Task<IReadOnlyList<string>> AskPulse(this TaskOrchestrationContext context, GroupCheckpoint at) =>
        context.Do<IReadOnlyList<string>>(nameof(CareActivities.AskPulse), new PulseRound(at.CohortId, at.GroupId, at.Round, context.InstanceId, at.End));

    /// <summary>Members now; none when the group has been dissolved.</summary>
    public static Task<IReadOnlyList<string>> MembersOf(this TaskOrchestrationContext context, GroupCheckpoint at) =>
        context.Do<IReadOnlyList<string>>(nameof(CareActivities.ListMembers), new GroupRef(at.CohortId, at.GroupId));

    public static Task SendNudge(this TaskOrchestrationContext context, GroupCheckpoint at, string silentId) =>
        context.Do(nameof(CareActivities.SendNudge), new Concern(at.CohortId, at.GroupId, at.Round, silentId, context.InstanceId, at.End));

    public static Task TellLiaison(this TaskOrchestrationContext context, GroupCheckpoint at, CareVerdict verdict, int reminder) =>
        context.Do(
            nameof(CareActivities.TellLiaison),
            new Concern(at.CohortId, at.GroupId, at.Round, verdict.PersonId!, context.InstanceId, at.End) { Reminder = reminder });

    public static Task RequestRematch(this TaskOrchestrationContext context, GroupCheckpoint at, string leaverId)
    {
        context.SendEvent(InstanceIds.Care(at.CohortId), RematchNeeded.EventName, new RematchNeeded(at.GroupId, leaverId));
        return Task.CompletedTask;
    }

    public static Task CompleteGroup(this TaskOrchestrationContext context, GroupCheckpoint at) =>
        context.Do(nameof(CareActivities.CompleteGroup), new GroupRef(at.CohortId, at.GroupId));

    static GroupCheckpoint FirstCheckpoint(TaskOrchestrationContext context, CohortPlan plan, string groupId) =>
        new(plan.CohortId, groupId, context.CurrentUtcDateTime.AddDays(plan.Care.SilenceDays), plan.End, plan.Care);
}
