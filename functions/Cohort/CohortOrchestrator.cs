using Ilnp.Announcements;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Rematching;
using Ilnp.Certificates;
using Ilnp.Introductions;
using Ilnp.Matching;
using Ilnp.Orchestration;
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
        var plan = at.Plan;
        context.Show(CohortPhase.Planned);
        await context.WaitUntil(plan.Announce);
        await context.Announce(plan);

        context.Show(CohortPhase.ApplicationsOpen);
        await context.WaitUntil(plan.ApplicationsClose);

        context.Show(CohortPhase.Reviewing);
        await context.ReviewApplications(plan);

        context.Show(CohortPhase.AwaitingApproval);
        await context.MatchWithApproval(plan);

        context.Show(CohortPhase.AskingAvailability);
        await context.WaitUntil(plan.AskAvailability);
        await context.CheckAvailability(plan);

        context.Show(CohortPhase.Introducing);
        await context.WaitUntil(plan.Introduce);
        await context.IntroduceEverybody(plan);
        await context.OpenRematches(plan);
        await context.BeginCare(plan);
        context.ContinueAsNew(at with { Month = 1 });
    }

    static async Task OneMonth(TaskOrchestrationContext context, CohortCheckpoint at)
    {
        var (plan, month) = at;
        var isLast = month == plan.Months;
        var until = isLast ? plan.FinalSurvey : plan.Prompts[month];
        context.Show(CohortPhase.Running, month);
        await context.WaitUntil(plan.Prompts[month - 1]);
        await context.SendPrompts(plan, month);

        if (plan.MidSurvey < until && (plan.MidSurvey >= plan.Prompts[month - 1] || month == 1))
        {
            await context.WaitUntil(plan.MidSurvey);
            await context.BeginSurvey(plan, SurveyKind.Mid);
        }

        await context.WaitUntil(until);
        context.ContinueAsNew(at with { Month = month + 1 });
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
