using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Assignments;

/// <summary>Somebody has handed in: it is counted of their group, and the others read it and are asked whether it may be shown.</summary>
sealed class HandInEffect(
    AssignmentCircles circles, GroupStore groups, AssignmentLetters letters, IEnumerable<IShowsAssignments> shown) : IDecisionEffect
{
    public string Form => HandIn.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        var groupId = HandIn.GroupOf(decision)!;
        await groups.UpdateAsync(
            decision.CohortId, groupId,
            group => group.HandedInAt is null ? group with { HandedInAt = decision.AnsweredAt } : group, cancellation);
        if (await circles.FindAsync(decision.CohortId, groupId, cancellation) is { Joint: { } joint } circle)
            await letters.AskAsync(circle, joint.Work, cancellation);
        foreach (var place in shown) await place.ChangedAsync(decision.CohortId, cancellation);
    }
}

/// <summary>Somebody has agreed, or agrees no more: wherever the words stand, they are written anew.</summary>
sealed class MayShowEffect(IEnumerable<IShowsAssignments> shown) : IDecisionEffect
{
    public string Form => MayShow.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var place in shown) await place.ChangedAsync(decision.CohortId, cancellation);
    }
}
