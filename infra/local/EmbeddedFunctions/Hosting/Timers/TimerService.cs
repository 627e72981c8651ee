using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Hosting.Timers;

/// <summary>Starts the schedules once everything else has started, and stops them first.</summary>
sealed class TimerService(IReadOnlyList<TimerFunction> timers, TimerStore store) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (timers.Count == 0) return;
        await store.PrepareAsync(cancellationToken);
        foreach (var timer in timers) await timer.StartAsync(cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(timers.Select(timer => timer.DisposeAsync().AsTask())).WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
