using FunctionsHost.Functions;
using FunctionsHost.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Timers;

/// <summary>The schedules of an app: started once everything else is up, and stopped first.</summary>
sealed class TimerService(IReadOnlyList<TimerFunction> timers, TimerStore? store) : IAsyncDisposable
{
    public IReadOnlyList<TimerFunction> Timers => timers;

    /// <summary>Reads the schedules; those that cannot be read are added to the errors.</summary>
    public static TimerService Create(
        IFunctionInvoker worker, IInputBindings inputs, TimerStore? store,
        IConfiguration settings, TimeProvider clock, ILoggerFactory loggers, StartErrors errors)
    {
        var zone = TimerZone.Of(settings, errors);
        var timers = new List<TimerFunction>();
        foreach (var function in worker.Functions.Where(function => function.IsTriggeredBy("timerTrigger")))
        {
            var text = SettingReferences.Resolve(
                function.Trigger!.Text("schedule") ?? "", settings, $"The schedule of function {function.Name}", errors);
            if (text is null || TimerSchedule.Parse(text, zone, function.Name, errors) is not { } schedule) continue;
            var logger = loggers.CreateLogger($"Function.{function.Name}");
            timers.Add(new(function, schedule, store, new(function, worker, inputs, logger), clock, logger));
        }

        return new(timers, store);
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (timers.Count == 0) return;
        if (store is not null) await store.PrepareAsync(cancellation);
        foreach (var timer in timers) await timer.StartAsync(cancellation);
    }

    /// <summary>Waits for what runs.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(timers.Select(timer => timer.DisposeAsync().AsTask()));
}
