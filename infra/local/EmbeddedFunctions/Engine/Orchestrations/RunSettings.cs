using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>What all runs of an engine share.</summary>
/// <param name="DefaultVersion">Of sub-orchestrations called without one.</param>
/// <param name="MaximumTimerInterval">Longer timers are made of several; null cuts none.</param>
/// <param name="Recorder">Gets every execution that ends; null records nothing.</param>
/// <param name="Failures">Null keeps no properties of exceptions.</param>
sealed record RunSettings(
    DataConverter Converter, ILoggerFactory Loggers, TaskVersion DefaultVersion, TimeSpan? MaximumTimerInterval = null, HistoryRecorder? Recorder = null,
    FailureReport? Failures = null)
{
    readonly ILogger logger = Loggers.CreateLogger("EmbeddedFunctions.Engine");

    public TaskFailureDetails FailureOf(Exception exception) => Failures?.Of(exception) ?? TaskFailureDetails.FromException(exception);

    public void EventWasLost(OrchestrationStart start, string eventName) => logger.LogWarning(
        "Event {Event} to {InstanceId} fell to a cancelled waiter and is lost, as it would be on Azure. Await the event once and keep the task.",
        eventName, start.InstanceId);
}
