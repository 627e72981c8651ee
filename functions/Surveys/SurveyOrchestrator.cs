using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Surveys;

/// <summary>Asks everybody in a group, reminds those who have not answered after half the time, and closes.</summary>
public static class SurveyOrchestrator
{
    [Function(nameof(SurveyOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, SurveyRound survey)
    {
        var opened = context.CurrentUtcDateTime;
        var moves = new DayMoves(context);
        var closes = survey.ClosesWhen(opened);
        var people = await context.ListSurveyed(survey);
        await context.WaitWhileHeld(survey, people.Count);
        // A survey that was held has its days all the same.
        if (survey.HoldsMailings) (opened, closes) = (context.CurrentUtcDateTime, survey.ClosesWhen(context.CurrentUtcDateTime));
        await context.Invite(survey, people, closes);

        while (await moves.NextUntil(opened + ((closes - opened) / 2)) is { } plan) closes = survey.ClosesWhen(opened, plan);
        // After a downtime it may be too late to remind.
        if (context.CurrentUtcDateTime < closes) await context.RemindUnanswered(survey, people, closes);

        while (await moves.NextUntil(closes) is { } plan) closes = survey.ClosesWhen(opened, plan);
        await context.HearOut(survey.CohortId, survey.MoreDays, closes, survey.Kind.Form().DecisionPrefix());
        if (survey.Kind == SurveyKind.Mid) await context.TellLiaisonsOfNoContact(survey);
    }
}
