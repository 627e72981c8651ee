using Ilnp.Approvals;
using Ilnp.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Operations;

/// <summary>
/// Lets go on what stopped, when somebody said so: the engine rewinds the topmost, and what failed below goes on with it.
/// </summary>
public sealed class GoingOn(StoppageStore stoppages, ILogger<GoingOn> logger) : IDecisionEffect
{
    public string Form => StoppedForm.Form.Name;

    /// <summary>
    /// Only what still stands as it was told is touched: a second run, or another member's press, finds it going on and leaves
    /// it alone, and what failed anew is a question of its own.
    /// </summary>
    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (decision.Choice != StoppedForm.GoOn) return;
        var stoppage = await stoppages.FindAsync(decision.CohortId, StoppedForm.StoppageOf(decision.DecisionId), cancellation);
        try
        {
            foreach (var failure in stoppage?.Topmost ?? []) await LetGoOnAsync(failure, decision, client, cancellation);
        }
        catch (NotImplementedException e)
        {
            logger.LogError(e, "Decision {Decision} cannot be carried out: the task hub's storage has no rewind.", decision.DecisionId);
        }
    }

    async Task LetGoOnAsync(Failure failure, Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (!failure.CanGoOn)
            logger.LogError("Orchestration {Instance} stays stopped: its history cannot be rewound.", failure.InstanceId);
        else if (await StandsAsync(failure, client, cancellation)
            && await client.TryRewindAsync(failure.InstanceId, $"Decision {decision.DecisionId}", cancellation))
            logger.LogInformation("Orchestration {Instance} goes on by decision {Decision}.", failure.InstanceId, decision.DecisionId);
        else
            logger.LogInformation(
                "Orchestration {Instance} no longer stands as decision {Decision} was about; it is left alone.",
                failure.InstanceId, decision.DecisionId);
    }

    static async Task<bool> StandsAsync(Failure failure, DurableTaskClient client, CancellationToken cancellation) =>
        await client.FindAsync(failure.InstanceId, cancellation: cancellation) is { } instance
        && instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed
        && instance.LastUpdatedAt == failure.FailedAt;
}
