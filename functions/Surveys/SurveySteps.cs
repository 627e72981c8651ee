using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.Surveys;

/// <summary>The steps of the surveys, as orchestrations say them.</summary>
static class SurveySteps
{
    /// <summary>
    /// Opens the half-way survey and goes on; it closes by itself. When its turn comes so late that it would be open beside the final one,
    /// nobody is asked, and the committee hears of it.
    /// </summary>
    public static Task BeginMidSurvey(this TaskOrchestrationContext context, CohortPlan plan) => context.IsTooLateForMidSurvey(plan)
        ? context.TellLate(new(plan.CohortId, LateThing.MidSurvey))
        : context.Do(nameof(SurveyActivities.StartSurvey), Round(plan, SurveyKind.Mid));

    /// <summary>Whether the half-way survey, begun now, would be open beside the final one.</summary>
    public static bool IsTooLateForMidSurvey(this TaskOrchestrationContext context, CohortPlan plan) =>
        plan.MoreDays > 0 && context.CurrentUtcDateTime is var now && CohortPlan.IsLate(plan.MidSurvey, now)
        && Round(plan, SurveyKind.Mid).ClosesWhen(now) > plan.FinalSurvey;

    /// <summary>Opens the survey and waits until it is closed.</summary>
    public static Task ConductSurvey(this TaskOrchestrationContext context, CohortPlan plan, SurveyKind kind) =>
        context.CallSubOrchestratorAsync(
            nameof(SurveyOrchestrator),
            Round(plan, kind),
            new SubOrchestrationOptions(instanceId: InstanceIds.Survey(plan.CohortId, kind.Form().Name)));

    static SurveyRound Round(CohortPlan plan, SurveyKind kind) => new(plan.CohortId, kind, plan.SurveyDays)
    {
        MoreDays = plan.MoreDays,
        KeepsQuietHours = plan.KeepsQuietHours,
        HoldsMailings = plan.HoldsMailings,
        Closes = kind == SurveyKind.Mid ? plan.MidSurveyCloses : plan.FinalSurveyCloses,
    };

    public static Task<IReadOnlyList<string>> ListSurveyed(this TaskOrchestrationContext context, SurveyRound survey) =>
        context.Do<IReadOnlyList<string>>(nameof(SurveyActivities.ListSurveyed), survey.CohortId);

    /// <summary>Waits while a lead holds the survey.</summary>
    public static Task WaitWhileHeld(this TaskOrchestrationContext context, SurveyRound survey, int people) =>
        context.MayGo(survey.HoldsMailings, survey.CohortId, survey.Kind.Form().Name, people);

    public static Task Invite(this TaskOrchestrationContext context, SurveyRound survey, IReadOnlyList<string> people, DateTime closes) =>
        context.WriteByDay(
            survey.KeepsQuietHours, new(survey.CohortId, people), nameof(SurveyActivities.InviteToSurvey),
            person => new SurveyInvitation(survey.CohortId, survey.Kind, person, closes));

    public static Task RemindUnanswered(
        this TaskOrchestrationContext context, SurveyRound survey, IReadOnlyList<string> people, DateTime closes) =>
        context.WriteByDay(
            survey.KeepsQuietHours, new(survey.CohortId, people), nameof(SurveyActivities.RemindOfSurvey),
            person => new SurveyInvitation(survey.CohortId, survey.Kind, person, closes));

    public static Task TellLiaisonsOfNoContact(this TaskOrchestrationContext context, SurveyRound survey) =>
        context.Do(nameof(SurveyActivities.TellLiaisonsOfNoContact), survey.CohortId);
}
