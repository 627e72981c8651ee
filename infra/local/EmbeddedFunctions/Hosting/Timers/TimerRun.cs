using System.Diagnostics;
using EmbeddedFunctions.Hosting.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Hosting.Timers;

/// <summary>One run of a timer function, with its retries; each attempt has services of its own.</summary>
sealed class TimerRun(ServedFunction function, FunctionPipeline pipeline, IServiceScopeFactory scopes, ILogger logger)
{
    /// <summary>Failures are logged: the schedule goes on whatever happens.</summary>
    /// <param name="info">Made anew for each attempt.</param>
    /// <param name="wait">Ends at once when the host stops.</param>
    public async Task RunAsync(Func<TimerInfo> info, Func<TimeSpan, Task> wait, CancellationToken stopping)
    {
        for (var retry = 0; !await TryAsync(info(), retry, stopping); retry++)
        {
            if (!function.Declaration.Retry.Allows(retry) || stopping.IsCancellationRequested) return;
            await wait(function.Declaration.Retry.Delay(retry));
            if (stopping.IsCancellationRequested) return;
        }
    }

    async Task<bool> TryAsync(TimerInfo info, int retry, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var declaration = function.Declaration;
        var context = new InvocationContext(function, scope.ServiceProvider, stopping) { Attempt = new(retry, declaration.Retry.Most) };
        context.Features.Set(info);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await pipeline.RunAsync(context);
            logger.LogInformation(
                "{Function} ran{PastDue} in {Milliseconds:0} ms", declaration.Name, info.IsPastDue ? ", past due," : "", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return true;
        }
        catch (Exception e)
        {
            if (declaration.Retry.Allows(retry)) logger.LogWarning(e, "{Function} failed; it is tried again after {Delay}", declaration.Name, declaration.Retry.Delay(retry));
            else logger.LogError(e, "{Function} failed; it runs again when it is next due", declaration.Name);
            return false;
        }
    }
}
