using Ilnp.Cohort;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Simulation.Time;

namespace Ilnp.Local.Pilot;

/// <summary>A cohort on simulated time.</summary>
static class CohortPlay
{
    /// <summary>Starts it and lets time pass until it and everything beside it has ended.</summary>
    public static async Task PlayAsync(
        LocalApp app, SimulatedClock clock, CohortSettings settings, Town town, CancellationToken cancellation)
    {
        await app.Get<CohortStarter>().StartAsync(settings, app.Orchestrations, cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.Start();
        var living = town.LiveAsync(ended.Token);
        var cohort = app.Orchestrations.WaitForInstanceCompletionAsync(InstanceIds.Cohort(settings.Id), cancellation);
        await await Task.WhenAny(living, cohort); // the town lives for ever, unless something fails
        await clock.RunUntilIdleAsync(clock.GetUtcNow().AddDays(1), cancellation);
        clock.Pause();
        await ended.CancelAsync();
    }
}
