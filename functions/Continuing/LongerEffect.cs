using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Microsoft.DurableTask.Client;

namespace Ilnp.Continuing;

/// <summary>The first who says yes, without having been asked, begins it: the others are asked then.</summary>
sealed class LongerEffect : IDecisionEffect
{
    public string Form => Longer.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (decision.Choice == Longer.Yes) await client.StartLongerAsync(decision.CohortId, Longer.GroupOf(decision.DecisionId));
    }
}
