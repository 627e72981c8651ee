using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Surveys;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Cohort.Moves;

/// <summary>What goes by the days of a cohort hears that they were moved.</summary>
public sealed class MoveActivities(CohortStore cohorts, GroupStore groups, DecisionStore decisions, DecisionLinks links)
{
    /// <summary>
    /// Raises <see cref="DatesMoved"/> wherever a day is waited for; nothing happens where nobody waits, or it was heard before.
    /// </summary>
    [Function(nameof(TellSteps))]
    public async Task TellSteps([ActivityTrigger] DatesMove move, [DurableClient] DurableTaskClient client)
    {
        var settings = await cohorts.FindNowAsync(move.CohortId) ?? throw new KeyNotFoundException($"There is no cohort {move.CohortId}.");
        var moved = new DatesMoved(CohortPlan.From(settings));
        foreach (var instance in await WaitingAsync(move)) await client.TryRaiseAsync(instance, DatesMoved.EventName, moved);
    }

    async Task<IEnumerable<string>> WaitingAsync(DatesMove move)
    {
        var id = move.CohortId;
        string[] steps =
        [
            InstanceIds.Cohort(id), InstanceIds.Availability(id), InstanceIds.Care(id), InstanceIds.LiaisonWeeks(id),
            InstanceIds.Survey(id, SurveyKind.Mid.Form().Name), InstanceIds.Survey(id, SurveyKind.Final.Form().Name),
        ];
        if (!move.Moves(CohortDay.End)) return steps;
        var running = (await groups.ListAsync(id)).Where(group => group.Status == GroupStatus.Active);
        return [.. steps, .. running.Select(group => InstanceIds.Group(id, group.GroupId))];
    }

    /// <summary>Questions that close on a day that was moved close on the new one; a link that would end before that is replaced.</summary>
    [Function(nameof(MoveQuestions))]
    public async Task MoveQuestions([ActivityTrigger] DatesMove move)
    {
        var closing = QuestionMoves.Of(move, await cohorts.GetAsync(move.CohortId));
        await decisions.UpdateAboutAsync(move.CohortId, "", closing.Apply, default);
        foreach (var decision in await decisions.ListAsync(move.CohortId))
            if (closing.IsMoved(decision) && decision.Link.ExpiresAt < decision.Request.ClosesAt) await links.RenewAsync(decision);
    }
}
