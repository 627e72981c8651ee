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
/// <param name="recorder">Keeps what has ended; null keeps nothing.</param>
/// <param name="logger">The host's.</param>
sealed class OrchestratorDispatch(ITaskRunner runner, WorkerSessions sessions, ExecutionRecorder? recorder, ILogger logger)
{
    static readonly TimeSpan AfterLoss = TimeSpan.FromSeconds(1);

    public async Task RunAsync(DispatchMiddlewareContext context, Func<Task> next)
    {
        var state = context.GetProperty<OrchestrationRuntimeState>();
        var step = context.GetProperty<TaskOrchestrationWorkItem>();
        context.SetProperty(runner.HasOrchestrator(state.Name)
            ? await DecideAsync(state, step, context.GetProperty<WorkItemMetadata>())
            : OrchestratorExecutionResult.ForFailure(MissingMessage(state.Name), details: null));
    }

    /// <summary>The worker may have lost what it remembered; then it is told everything.</summary>
    async Task<OrchestratorExecutionResult> DecideAsync(
        OrchestrationRuntimeState state, TaskOrchestrationWorkItem step, WorkItemMetadata? metadata)
    {
        try
        {
            var response = await runner.DecideAsync(state.Name, Request(state, withHistory: !sessions.Knows(step, state, metadata)));
            if (response.RequiresHistory) response = await runner.DecideAsync(state.Name, Request(state, withHistory: true));
            if (response.RequiresHistory) throw new SessionAbortedException($"The worker does not take the history of {step.InstanceId}.");
            sessions.Taken(step, state);
            recorder?.Record(state.Name, Request(state, withHistory: true), response);
            return new() { Actions = [.. response.Actions.Select(action => action.ToAction())], CustomStatus = response.CustomStatus };
        }
        catch (FunctionFailedException e)
        {
            sessions.Forget(step.InstanceId);
            logger.LogError(
                "{Orchestrator} of {Instance} failed outside of its own code: {Reason}", state.Name, step.InstanceId, e.Failure);
            return OrchestratorExecutionResult.ForFailure($"Function '{state.Name}' failed with an unhandled exception.", e);
        }
        catch (WorkerLostException e)
        {
            sessions.Forget(step.InstanceId);
            await Task.Delay(AfterLoss); // real time: the host is about to stop; the step stays for the next worker
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

    /// <summary>
    /// All that is not new; within one of the engine's own sessions its list of past events is that of the session's start.
    /// </summary>
    static IEnumerable<HistoryEvent> Past(OrchestrationRuntimeState state) => state.Events.Take(state.Events.Count - state.NewEvents.Count);

    static string MissingMessage(string name) =>
        $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function.";
}
