using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.Prompts;

/// <summary>The monthly prompts, as orchestrations say them.</summary>
static class PromptSteps
{
    /// <summary>One prompt to everybody who is in a group at this moment; to nobody where a lead holds it to its last moment.</summary>
    public static async Task SendPrompts(this TaskOrchestrationContext context, CohortPlan plan, int month)
    {
        var active = await context.Do<IReadOnlyList<string>>(nameof(PromptActivities.ListActive), plan.CohortId);
        if (!await context.MayGo(plan.HoldsMailings, plan.CohortId, MailingNames.Prompt(month), active.Count, isNews: true)) return;
        await context.WriteByDay(
            plan.KeepsQuietHours, new(plan.CohortId, active), nameof(PromptActivities.SendPrompt),
            person => new Prompt(plan.CohortId, person, month));
    }

    /// <summary>Topics of months that are over reach nobody; the committee hears of it.</summary>
    public static Task LeaveOutPrompts(this TaskOrchestrationContext context, CohortPlan plan, IReadOnlyList<int> months) =>
        context.TellLate(new(plan.CohortId, LateThing.Prompts) { Months = months });

    /// <summary>As <see cref="LeaveOutPrompts"/>, where the half-way survey of those months comes too late as well.</summary>
    public static Task LeaveOutPromptsAndMidSurvey(
        this TaskOrchestrationContext context, CohortPlan plan, IReadOnlyList<int> months) =>
        context.TellLate(new(plan.CohortId, LateThing.PromptsAndMidSurvey) { Months = months });
}
