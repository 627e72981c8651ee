using System.Diagnostics;
using Ilnp.Local.Running;
using Ilnp.Storage;

namespace Ilnp.Local.Pilot.Results;

/// <summary>What one run of the command took.</summary>
sealed record RunFigures(
    OrchestrationFigures Orchestrations, long StorageTransactions, TimeSpan Wall, TimeSpan Cohort, long PeakMemoryMegabytes)
{
    public static async Task<RunFigures> TakeAsync(LocalApp app, TimeSpan wall, TimeSpan cohort, CancellationToken cancellation)
    {
        var orchestrations = await OrchestrationCount.TakeAsync(app.Orchestrations, cancellation);
        using var process = Process.GetCurrentProcess();
        return new(
            orchestrations, app.Get<TransactionCount>().Sent, wall, cohort, process.PeakWorkingSet64 >> 20);
    }
}
