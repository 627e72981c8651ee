using EmbeddedFunctions.Engine.Instances;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine;

/// <summary>
/// Runs the orchestrations of a task hub in this process. Started means ready: the hub is ours, and every unfinished instance,
/// timer, undelivered event and started activity has been picked up.
/// </summary>
public sealed class DurableEngine(
    DurableEngineOptions options, DurableTaskRegistry registry, IServiceProvider services, TimeProvider time, EngineStatistics statistics, ILoggerFactory loggers)
    : IHostedService, IAsyncDisposable
{
    readonly ILogger logger = loggers.CreateLogger("EmbeddedFunctions.Engine");
    readonly CancellationTokenSource stopping = new();
    readonly Lock gate = new();
    TaskCompletionSource<Dispatcher> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task supervision = Task.CompletedTask;

    /// <summary>How many orchestrations are unfinished.</summary>
    public int Unfinished => Current is { IsCompletedSuccessfully: true, Result: var dispatcher } ? dispatcher.Count : 0;

    Task<Dispatcher> Current
    {
        get
        {
            lock (gate) return ready.Task;
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var dispatcher = await OpenAsync(cancellationToken);
        supervision = SuperviseAsync(dispatcher);
    }

    /// <summary>Finishes and stores what is under way, then leaves the hub to others. What is not done in time is done after the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        if (Current is not { IsCompletedSuccessfully: true, Result: var dispatcher }) return;
        try
        {
            await dispatcher.DrainAsync().WaitAsync(cancellationToken);
            await dispatcher.Hub.DisposeAsync().AsTask().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogWarning("Stopping took too long; the rest is done after the next start.");
            dispatcher.Hub.Crash();
        }

        dispatcher.Abandon(new ObjectDisposedException(nameof(DurableEngine)));
        await supervision;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
    }

    /// <summary>Completes when the engine is ready.</summary>
    internal async Task<Dispatcher> DispatcherAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
        return await Current.WaitAsync(cancellation);
    }

    /// <summary>As if the process had been killed: nothing more is stored, and the lease stays until it lapses.</summary>
    internal async Task CrashAsync()
    {
        await stopping.CancelAsync();
        var dispatcher = await Current;
        dispatcher.Abandon(new ObjectDisposedException(nameof(DurableEngine)));
        dispatcher.Hub.Crash();
        await supervision;
    }

    async Task<Dispatcher> OpenAsync(CancellationToken cancellation)
    {
        using var hold = EmbeddedFunctions.Time.TimeProviderExtensions.HoldStill(time);
        var hub = await TaskHub.OpenAsync(options, statistics, logger, cancellation);
        var dispatcher = new Dispatcher(hub, registry, services, time, options, statistics, loggers);
        await Recovery.RunAsync(dispatcher, cancellation);
        lock (gate) ready.SetResult(dispatcher);
        return dispatcher;
    }

    /// <summary>When another process has taken over, drops everything and waits for its turn, however long and troubled.</summary>
    async Task SuperviseAsync(Dispatcher dispatcher)
    {
        try
        {
            while (true)
            {
                await dispatcher.Hub.Lost.WaitAsync(stopping.Token);
                logger.LogCritical("Another process has taken over the task hub {Hub}; this one waits for its turn.", options.HubName);
                lock (gate) ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
                dispatcher.Abandon(new LeaseLostException(options.HubName));
                await dispatcher.Hub.DisposeAsync();
                dispatcher = await ReopenAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // the engine stops
        }
    }

    async Task<Dispatcher> ReopenAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OpenAsync(stopping.Token);
            }
            catch (Exception e) when (StorageTrouble.IsPossible(e) && !stopping.IsCancellationRequested)
            {
                logger.LogWarning("Storage trouble, attempt {Attempt} to open the task hub {Hub} again: {Reason}", attempt, options.HubName, e.Message);
                await StorageTrouble.BackOffAsync(attempt);
            }
        }
    }
}
