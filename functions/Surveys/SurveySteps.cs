using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Surveys;

/// <summary>The steps of the surveys, as orchestrations say them.</summary>
static class SurveySteps
{
    /// <summary>Opens the survey and goes on; it closes by itself.</summary>
    public static Task BeginSurvey(this TaskOrchestrationContext context, CohortPlan plan, SurveyKind kind) =>
        context.Do(nameof(SurveyActivities.StartSurvey), Round(plan, kind));

    /// <summary>Opens the survey and waits until it is closed.</summary>
    public static Task ConductSurvey(this TaskOrchestrationContext context, CohortPlan plan, SurveyKind kind) =>
        context.CallSubOrchestratorAsync(
            nameof(SurveyOrchestrator),
            Round(plan, kind),
            new SubOrchestrationOptions(instanceId: InstanceIds.Survey(plan.CohortId, kind.Form().Name)));

    static SurveyRound Round(CohortPlan plan, SurveyKind kind) => new(plan.CohortId, kind, plan.SurveyDays)
    {
        Closes = kind == SurveyKind.Mid ? plan.MidSurveyCloses : plan.FinalSurveyCloses,
    };

    public static Task<IReadOnlyList<string>> ListSurveyed(this TaskOrchestrationContext context, SurveyRound survey) =>
        context.Do<IReadOnlyList<string>>(nameof(SurveyActivities.ListSurveyed), survey.CohortId);

    public static Task Invite(this TaskOrchestrationContext context, SurveyRound survey, IReadOnlyList<string> people, DateTime closes) =>
        context.ForEach(people, nameof(SurveyActivities.InviteToSurvey), person => new SurveyInvitation(survey.CohortId, survey.Kind, person, closes));

    public static Task RemindUnanswered(this TaskOrchestrationContext context, SurveyRound survey, IReadOnlyList<string> people, DateTime closes) =>
        context.ForEach(people, nameof(SurveyActivities.RemindOfSurvey), person => new SurveyInvitation(survey.CohortId, survey.Kind, person, closes));

    public static Task TellLiaisonsOfNoContact(this TaskOrchestrationContext context, SurveyRound survey) =>
        context.Do(nameof(SurveyActivities.TellLiaisonsOfNoContact), survey.CohortId);
}
