using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ilnp.Pages.Visitors;

/// <summary>
/// Answers at the same moment whatever there was to do, so that no time tells whether an address is known. What takes longer goes on
/// beside, and the app's end waits for it a little.
/// </summary>
public sealed class SteadyAnswer(TimeProvider time, ILogger<SteadyAnswer> logger) : IHostedService
{
    static readonly TimeSpan LimitOfEnd = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Task, bool> unfinished = new();

    /// <summary>After which it answers. On simulated time nobody measures, and whoever acts waits for what was done.</summary>
    internal TimeSpan Moment { get; init; } = time == TimeProvider.System ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;

    /// <summary>
    /// Begins the work, and comes back at the moment. Whatever fails until then fails here; what fails
    /// later is logged, since whoever asked is gone.
    /// </summary>
    public async Task AfterAsync(Func<CancellationToken, Task> work)
    {
        var working = work(CancellationToken.None);
        if (Moment == TimeSpan.Zero)
        {
            await working;
            return;
        }

        await Task.Delay(Moment, time);
        if (working.IsCompleted) await working;
        else _ = FinishAsync(working);
    }

    async Task FinishAsync(Task working)
    {
        unfinished[working] = true;
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (working.Exception?.GetBaseException() is { } failure)
            logger.LogError(
                "What was asked for could not be done after the answer, and whoever asked has to ask again: {Failure}",
                failure.GetType().Name);
        unfinished.TryRemove(working, out _);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        if (unfinished.IsEmpty) return;
        var all = Task.WhenAll(unfinished.Keys);
        await Task.WhenAny(all, Task.Delay(LimitOfEnd, time, cancellationToken));
        if (!all.IsCompleted)
            logger.LogWarning("{Count} mails that somebody asked for were not handed over before the app ended.", unfinished.Count);
    }
}
