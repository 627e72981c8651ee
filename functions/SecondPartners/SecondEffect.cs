using Ilnp.Approvals;
using Ilnp.SecondPartners.Questions;
using Microsoft.DurableTask.Client;

namespace Ilnp.SecondPartners;

/// <summary>The first of a cohort who wishes a second partner begins it: partners are asked then.</summary>
sealed class SecondEffect : IDecisionEffect
{
    public string Form => Second.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (decision.Choice == Second.Wish) await client.StartSecondsAsync(decision.CohortId);
    }
}
