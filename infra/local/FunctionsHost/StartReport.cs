using FunctionsHost.Functions;
using FunctionsHost.Http;
using FunctionsHost.Timers;
using FunctionsHost.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsHost;

/// <summary>Tells, once all is up, what is served and where.</summary>
static class StartReport
{
    public static void Write(
        ILogger logger, IEnumerable<HttpTrigger> triggers, IEnumerable<TimerFunction> timers, WorkerChannel worker, Uri address, string hub)
    {
        foreach (var trigger in triggers)
            logger.LogInformation(
                "{Function}: {Methods} /{Route}",
                trigger.Function.Name,
                trigger.Methods.Count == 0 ? "any method" : string.Join(",", trigger.Methods),
                trigger.Route);
        foreach (var timer in timers) logger.LogInformation("{Function}: next run {Next:yyyy-MM-dd HH:mm:ss} UTC", timer.Name, timer.Next);
        logger.LogInformation("Orchestrators: {Orchestrators}", Names(worker.Functions, "orchestrationTrigger"));
        logger.LogInformation("Activities: {Activities}", Names(worker.Functions, "activityTrigger"));
        if (worker.LeftOut.Count > 0) logger.LogInformation("Not served: {Functions}", string.Join(", ", worker.LeftOut));
        logger.LogInformation("Listening on {Address}, task hub {Hub}", address, hub);
    }

    static string Names(IEnumerable<FunctionDescription> functions, string trigger) =>
        string.Join(
            ", ", functions.Where(function => function.IsTriggeredBy(trigger)).Select(function => function.Name).DefaultIfEmpty("none"));
}
