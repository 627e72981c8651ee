using Ilnp.Announcements;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Rematching;
using Ilnp.Certificates;
using Ilnp.Introductions;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Reports;
using Ilnp.Screening;
using Ilnp.Surveys;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Cohort;

/// <summary>A cohort's life, top to bottom. Each month is an execution of its own, begun from a checkpoint.</summary>
public static class CohortOrchestrator
{
    [Function(nameof(CohortOrchestrator))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortCheckpoint at) =>
        at.Month == 0 ? FromAnnouncementToIntroductions(context, at)
        : at.Month <= at.Plan.Months ? OneMonth(context, at)
        : FromFinalSurveyToHandOver(context, at.Plan);

    static async Task FromAnnouncementToIntroductions(TaskOrchestrationContext context, CohortCheckpoint at)
    {
        var dates = new MovablePlan(context, at.Plan);
        context.Show(CohortPhase.Planned);
        await context.Announce(await dates.WaitUntil(plan => plan.Announce));

        context.Show(CohortPhase.ApplicationsOpen);
        await dates.WaitUntil(plan => plan.ApplicationsClose);

        context.Show(CohortPhase.Reviewing);
        await context.ReviewApplications(await dates.Now());

        context.Show(CohortPhase.AwaitingApproval);
        await context.MatchWithApproval(await dates.Now());

        context.Show(CohortPhase.AskingAvailability);
        await context.CheckAvailability(await dates.WaitUntil(plan => plan.AskAvailability));

        context.Show(CohortPhase.Introducing);
        await context.IntroduceEverybody(await dates.WaitUntil(plan => plan.Introduce));
        await context.OpenRematches(await dates.Now());
        await context.BeginCare(await dates.Now());
        context.ContinueAsNew(new CohortCheckpoint(await dates.Now(), Month: 1) { Introduced = context.CurrentUtcDateTime });
    }

    static async Task OneMonth(TaskOrchestrationContext context, CohortCheckpoint at)
    {
        var (dates, month) = (new MovablePlan(context, at.Plan), at.Month);
        context.Show(CohortPhase.Running, month);
        var plan = await dates.WaitUntil(plan => plan.PromptsOf(month, at.Introduced));
        var over = plan.MonthsOver(month, context.CurrentUtcDateTime);
        if (over.Count > 0) await context.LeaveOutPrompts(plan, over);
        else await context.SendPrompts(plan, month);

        var last = over.LastOrDefault(month);
        plan = await dates.WaitUntil(plan => plan.HasMidSurveyIn(month, last) ? plan.MidSurvey : plan.EndOf(last));
        if (plan.HasMidSurveyIn(month, last))
        {
            await context.BeginMidSurvey(plan);
            plan = await dates.WaitUntil(plan => plan.EndOf(last));
        }

        context.ContinueAsNew(at with { Plan = plan, Month = last + 1 });
    }

    static async Task FromFinalSurveyToHandOver(TaskOrchestrationContext context, CohortPlan plan)
    {
        context.Show(CohortPhase.Closing, plan.Months);
        await context.ConductSurvey(plan, SurveyKind.Final);
        await context.IssueCertificates(plan);
        await context.Report(plan);
        await context.HandOver(plan);
        context.Show(CohortPhase.Completed, plan.Months);
    }

    static void Show(this TaskOrchestrationContext context, CohortPhase phase, int month = 0) =>
        context.SetCustomStatus(new CohortStatus(phase, month));
}
