using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;
using FunctionsHost.Durable.Messages;
using FunctionsHost.Functions;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>
/// Stands where the engine's dispatcher would run an orchestration itself: hands the step to whoever has the code, and the
/// decisions back.
/// </summary>
/// <param name="runner">Has the code.</param>
/// <param name="sessions">What it remembers.</param>
/// <param name="stamp">A clock to stamp the step's own events with; null where they have the engine's time.</param>
/// <param name="recorder">Keeps what has ended; null keeps nothing.</param>
/// <param name="logger">The host's.</param>
sealed class OrchestratorDispatch(ITaskRunner runner, WorkerSessions sessions, TimeProvider? stamp, ExecutionRecorder? recorder, ILogger logger)
{
    public async Task RunAsync(DispatchMiddlewareContext context, Func<Task> next)
    {
        var state = context.GetProperty<OrchestrationRuntimeState>();
        var step = context.GetProperty<TaskOrchestrationWorkItem>();
        if (stamp is not null) Stamp(state.NewEvents, stamp.GetUtcNow().UtcDateTime);
        context.SetProperty(runner.HasOrchestrator(state.Name)
            ? await DecideAsync(state, step, context.GetProperty<WorkItemMetadata>())
            : OrchestratorExecutionResult.ForFailure(MissingMessage(state.Name), details: null));
    }

    /// <summary>The worker may have lost what it remembered; then it is told everything.</summary>
    async Task<OrchestratorExecutionResult> DecideAsync(OrchestrationRuntimeState state, TaskOrchestrationWorkItem step, WorkItemMetadata? metadata)
    {
        var response = await AskAsync(state, step, withHistory: !sessions.Knows(step, state, metadata));
        if (response.RequiresHistory) response = await AskAsync(state, step, withHistory: true);
        if (response.RequiresHistory) throw new SessionAbortedException($"The worker does not take the history of {state.OrchestrationInstance!.InstanceId}.");
        sessions.Taken(step, state);
        recorder?.Record(state.Name, Request(state, withHistory: true), response);
        return new() { Actions = [.. response.Actions.Select(action => action.ToAction())], CustomStatus = response.CustomStatus };
    }

    async Task<P.OrchestratorResponse> AskAsync(OrchestrationRuntimeState state, TaskOrchestrationWorkItem step, bool withHistory)
    {
        try
        {
            return await runner.DecideAsync(state.Name, Request(state, withHistory));
        }
        catch (Exception e) when (e is FunctionFailedException or WorkerLostException)
        {
            sessions.Forget(step.InstanceId);
            logger.LogWarning("A step of {Instance} ({Orchestrator}) could not be taken and is tried again: {Reason}", step.InstanceId, state.Name, e.Message);
            throw new SessionAbortedException(e.Message);
        }
    }

    P.OrchestratorRequest Request(OrchestrationRuntimeState state, bool withHistory)
    {
        var request = new P.OrchestratorRequest
        {
            InstanceId = state.OrchestrationInstance!.InstanceId,
            ExecutionId = state.OrchestrationInstance.ExecutionId,
            NewEvents = { state.NewEvents.Select(happened => happened.ToMessage()) },
        };
        if (withHistory) request.PastEvents.Add(Past(state).Select(happened => happened.ToMessage()));
        if (sessions.IdleSeconds is not { } idle) return request;
        request.Properties["IsExtendedSession"] = Value.ForBool(true);
        request.Properties["ExtendedSessionIdleTimeoutInSeconds"] = Value.ForNumber(idle);
        request.Properties["IncludeState"] = Value.ForBool(withHistory);
        return request;
    }

    /// <summary>All that is not new; within one of the engine's own sessions its list of past events is that of the session's start.</summary>
    static IEnumerable<HistoryEvent> Past(OrchestrationRuntimeState state) => state.Events.Take(state.Events.Count - state.NewEvents.Count);

    /// <summary>DurableTask.Core dates the events that it makes itself by the machine's clock; orchestrators read the time from them.</summary>
    static void Stamp(IEnumerable<HistoryEvent> events, DateTime now)
    {
        foreach (var happened in events) happened.Timestamp = now;
    }

    static string MissingMessage(string name) =>
        $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function.";
}
