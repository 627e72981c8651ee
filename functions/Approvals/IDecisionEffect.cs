using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>
/// What an answer brings about where no orchestration waits for it: registered by the step whose form it is, so that nothing
/// here lists the steps.
/// </summary>
public interface IDecisionEffect
{
    /// <summary>Name of the form whose answers it acts on.</summary>
    string Form { get; }

    /// <summary>Runs at least once for each recorded answer, and may run again with the same.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not done for now: <see cref="AnnouncementSweep"/> asks again.</exception>
    Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation);
}
