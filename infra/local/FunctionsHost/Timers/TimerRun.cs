using System.Diagnostics;
using System.Text.Json;
using FunctionsHost.Functions;
using FunctionsHost.Protocol;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Timers;

/// <summary>One run of a timer function, with its retries.</summary>
sealed class TimerRun(FunctionDescription function, IFunctionInvoker worker, IInputBindings inputs, ILogger logger)
{
    /// <summary>Failures are logged: the schedule goes on whatever happens.</summary>
    /// <param name="info">Made anew for each attempt.</param>
    /// <param name="wait">Ends at once when the host stops.</param>
    /// <param name="stopping">Tells the function to end early.</param>
    /// <exception cref="WorkerLostException">The run was cut off; whether the function had ended is not known.</exception>
    public async Task RunAsync(Func<object> info, Func<TimeSpan, Task> wait, CancellationToken stopping)
    {
        for (var retries = 0; !await TryAsync(info(), retries, stopping); retries++)
        {
            if (function.Retry?.Allows(retries) != true || stopping.IsCancellationRequested) return;
            await wait(function.Retry.Delay(retries));
            if (stopping.IsCancellationRequested) return;
        }
    }

    async Task<bool> TryAsync(object info, int retries, CancellationToken stopping)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await worker.InvokeAsync(function, Invocation(info, retries), stopping);
            logger.LogInformation(
                "{Function} ran in {Milliseconds:0} ms", function.Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return true;
        }
        catch (FunctionFailedException e)
        {
            if (stopping.IsCancellationRequested)
                logger.LogInformation("{Function} ended with the host; it runs again when it is next due", function.Name);
            else if (function.Retry?.Allows(retries) == true)
                logger.LogWarning("{Reason}; it is tried again after {Delay}", e.Message, function.Retry.Delay(retries));
            else logger.LogError("{Reason}; it runs again when it is next due", e.Message);
            return false;
        }
    }

    InvocationRequest Invocation(object info, int retries)
    {
        var invocation = new InvocationRequest
        {
            InputData = { new ParameterBinding { Name = function.Trigger!.Name, Data = new() { Json = JsonSerializer.Serialize(info) } } },
        };
        invocation.InputData.Add(inputs.For(function));
        if (function.Retry is { } retry) invocation.RetryContext = new() { RetryCount = retries, MaxRetryCount = retry.Most };
        return invocation;
    }
}
