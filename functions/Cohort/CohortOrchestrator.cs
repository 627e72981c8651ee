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
using Ilnp.Returning;
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
        var opening = await dates.WaitUntil(plan => plan.Announce);
        await context.Announce(opening);
        await context.AskBack(opening);

        context.Show(CohortPhase.ApplicationsOpen);
        await dates.WaitUntil(plan => plan.ApplicationsClose);

        context.Show(CohortPhase.Reviewing);
        await context.ReviewApplications(await dates.Now());

        context.Show(CohortPhase.AwaitingApproval);
        await context.MatchWithApproval(await dates.Now());

        context.Show(CohortPhase.AskingAvailability);
        await context.CheckAvailability(await dates.WaitUntil(plan => plan.AskAvailability));

        context.Show(CohortPhase.Introducing);
        var asleep = await context.IntroduceEverybody(await dates.WaitUntil(plan => plan.Introduce));
        await context.OpenRematches(await dates.Now());
        await context.BeginCare(await dates.Now());
        var introduced = context.CurrentUtcDateTime;
        await context.IntroduceByDay(await dates.Now(), asleep);
        context.ContinueAsNew(new CohortCheckpoint(await dates.Now(), Month: 1)
        {
            Introduced = introduced,
            TellsOnce = true,
        });
    }

    static async Task OneMonth(TaskOrchestrationContext context, CohortCheckpoint at)
    {
        var (dates, month) = (new MovablePlan(context, at.Plan), at.Month);
        context.Show(CohortPhase.Running, month);
        var plan = await dates.WaitUntil(plan => plan.PromptsOf(month, at.Introduced));
        var over = plan.MonthsOver(month, context.CurrentUtcDateTime);
        var last = over.LastOrDefault(month);
        var isAllOver = at.TellsOnce && over.Count > 0 && plan.HasMidSurveyIn(month, last) && context.IsTooLateForMidSurvey(plan);
        if (isAllOver) await context.LeaveOutPromptsAndMidSurvey(plan, over);
        else if (over.Count > 0) await context.LeaveOutPrompts(plan, over);
        else await context.SendPrompts(plan, month);

        plan = await dates.WaitUntil(plan => plan.HasMidSurveyIn(month, last) ? plan.MidSurvey : plan.EndOf(last));
        if (plan.HasMidSurveyIn(month, last) && !isAllOver)
        {
            last = await context.HalfWay(plan, last, at.TellsOnce);
            plan = await dates.WaitUntil(plan => plan.EndOf(last));
        }

        context.ContinueAsNew(at with { Plan = plan, Month = last + 1, TellsOnce = true });
    }

    /// <summary>Gives the last month whose topics are left out together with the survey; the month itself where none are.</summary>
    static async Task<int> HalfWay(this TaskOrchestrationContext context, CohortPlan plan, int month, bool tellsOnce)
    {
        var over = tellsOnce && context.IsTooLateForMidSurvey(plan) ? plan.MonthsOver(month + 1, context.CurrentUtcDateTime) : [];
        if (over.Count > 0) await context.LeaveOutPromptsAndMidSurvey(plan, over);
        else await context.BeginMidSurvey(plan);
        return over.LastOrDefault(month);
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
