using Ilnp.Care.Concerns;
using Ilnp.Care.Letters;
using Ilnp.Care.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>The steps of care, as orchestrations say them.</summary>
static class CareSteps
{
    /// <summary>Every active group gets an orchestration of its own.</summary>
    public static async Task BeginCare(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var groups = await context.Do<IReadOnlyList<string>>(nameof(CareActivities.ListActiveGroups), plan.CohortId);
        await context.ForEach(groups, nameof(CareStarts.StartGroup), group => FirstCheckpoint(context, plan, group));
    }

    /// <summary>Care for a group formed later.</summary>
    public static Task BeginCare(this TaskOrchestrationContext context, CohortPlan plan, string groupId) =>
        context.Do(nameof(CareStarts.StartGroup), FirstCheckpoint(context, plan, groupId));

    /// <summary>The group with its members; with none when it has been dissolved.</summary>
    public static async Task<GroupCheckpoint> Look(this TaskOrchestrationContext context, GroupCheckpoint at) =>
        at with
        {
            Members = await context.Do<IReadOnlyList<string>>(nameof(CareActivities.ListMembers), new GroupRef(at.CohortId, at.GroupId)),
        };

    /// <summary>Asks everybody how it goes; gives the members, none when the group has been dissolved.</summary>
    public static Task<IReadOnlyList<string>> Ask(this TaskOrchestrationContext context, GroupCheckpoint group, AskPulse pulse) =>
        context.Do<IReadOnlyList<string>>(
            nameof(CareActivities.AskPulse),
            new PulseRound(group.CohortId, group.GroupId, group.Round - 1, context.InstanceId, group.End) { Except = pulse.Except });

    public static Task Write(this TaskOrchestrationContext context, GroupCheckpoint group, CareLetter letter)
    {
        var about = new ConcernLetter(group.CohortId, group.GroupId, context.InstanceId, group.End);
        return letter switch
        {
            Nudging nudge => context.Do(nameof(ConcernActivities.SendNudge), about with { Concern = nudge.Concern }),
            AskingAgain again => context.Do(
                nameof(MoreTimeActivities.WriteStillOpen),
                new StillOpen(
                    group.CohortId, Nudge.DecisionId(group.GroupId, again.Concern.Number, again.Concern.AboutId), again.Concern.Due)),
            Reassuring word => context.Do(nameof(ConcernActivities.Reassure), about with { Concern = word.Concern }),
            Reconnecting both => context.Do(nameof(ConcernActivities.Reconnect), about with { Concern = both.Concern }),
            AskingToDecide ask => context.Do(nameof(DeciderActivities.AskToDecide), about with { Concern = ask.Concern }),
            TellingResolved told => context.Do(nameof(DeciderActivities.TellResolved), about with { Concern = told.Concern }),
            TellingStillHere here => context.Do(nameof(ConcernActivities.TellStillHere), about with { Concern = here.Concern }),
            TellingAnswered answered => context.Do(nameof(ConcernActivities.TellAnswered), about with { Concern = answered.Concern }),
            TellingPause pause =>
                context.Do(nameof(PauseActivities.TellPause), new PauseLetter(group.CohortId, group.GroupId, pause.PersonId, pause.Until)),
            WelcomingBack back =>
                context.Do(nameof(PauseActivities.WelcomeBack), new PauseLetter(group.CohortId, group.GroupId, back.PersonId, back.Until)),
            TellingBack back =>
                context.Do(nameof(PauseActivities.TellBack), new PauseLetter(group.CohortId, group.GroupId, back.PersonId, back.Until)),
            _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No activity writes this letter."),
        };
    }

    public static void RequestRematch(this TaskOrchestrationContext context, GroupCheckpoint group, Parting parting) =>
        context.SendEvent(InstanceIds.Care(group.CohortId), RematchNeed.EventName, new RematchNeed { Parting = parting });

    public static Task CompleteGroup(this TaskOrchestrationContext context, GroupCheckpoint at) =>
        context.Do(nameof(CareActivities.CompleteGroup), new GroupRef(at.CohortId, at.GroupId));

    static GroupCheckpoint FirstCheckpoint(TaskOrchestrationContext context, CohortPlan plan, string groupId) =>
        new(plan.CohortId, groupId, context.CurrentUtcDateTime.AddDays(plan.Care.FirstPulseDays), plan.End, plan.Care)
        {
            MoreDays = plan.MoreDays,
        };
}
