using Ilnp.Continuing.Letters;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.Continuing;

/// <summary>Going on after the programme's end, as its orchestration says it.</summary>
static class LongerSteps
{
    public static Task AskLonger(this TaskOrchestrationContext context, GroupRef group) =>
        context.Do(nameof(AskingActivities.AskLonger), group);

    public static Task RemindLonger(this TaskOrchestrationContext context, GroupRef group) =>
        context.Do(nameof(AskingActivities.RemindLonger), group);

    public static Task TellNotLonger(this TaskOrchestrationContext context, GroupRef group, string? gone = null) =>
        context.Do(nameof(AskingActivities.TellNotLonger), new NotLonger(group.CohortId, group.GroupId, gone));

    /// <summary>A last day on which nothing ran is followed by others; the committee hears of it once, for all groups.</summary>
    public static Postponing PostponingAnswers(this TaskOrchestrationContext context, GroupRef group, LongerStand stand) =>
        new(context, new(group.CohortId, LateThing.GoingOn), stand.MoreDays);

    public static Task<LongerStand> LookAtLonger(this TaskOrchestrationContext context, GroupRef group) =>
        context.Do<LongerStand>(nameof(LongerActivities.LookAtLonger), group);

    public static Task AgreeOnLonger(this TaskOrchestrationContext context, GroupRef group) =>
        context.Do(nameof(LongerActivities.AgreeOnLonger), group);

    public static Task TellLonger(this TaskOrchestrationContext context, GroupRef group) =>
        context.Do(nameof(LongerLetters.TellLonger), group);

    /// <summary>The prompts of one month more, counted on from the programme's own.</summary>
    public static Task SendFurtherPrompts(
        this TaskOrchestrationContext context, GroupRef group, IReadOnlyList<string> members, int month) =>
        context.ForEach(members, nameof(PromptActivities.SendPrompt), person => new Prompt(group.CohortId, person, month));

    /// <summary>Topics of a month that is over reach nobody; the committee hears of it once, for all groups.</summary>
    public static Task LeaveOutFurtherPrompts(this TaskOrchestrationContext context, GroupRef group, int month) =>
        context.TellLate(new(group.CohortId, LateThing.FurtherPrompts) { Months = [month] });

    public static Task EndLonger(this TaskOrchestrationContext context, LongerEnd end) =>
        context.Do(nameof(LongerActivities.EndLonger), end);

    public static Task TellLongerEnded(this TaskOrchestrationContext context, LongerEnd end) =>
        context.Do(nameof(LongerLetters.TellLongerEnded), end);
}
