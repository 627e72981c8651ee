using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;
using FunctionsHost.Durable.Messages;
using FunctionsHost.Functions;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>Stands where the engine's dispatcher would run an activity itself.</summary>
sealed class ActivityDispatch(ITaskRunner runner)
{
    static readonly TimeSpan AfterLoss = TimeSpan.FromSeconds(1);

    public async Task RunAsync(DispatchMiddlewareContext context, Func<Task> next)
    {
        var call = context.GetProperty<TaskScheduledEvent>();
        var instanceId = context.GetProperty<OrchestrationInstance>().InstanceId;
        context.SetProperty(new ActivityExecutionResult { ResponseEvent = await AnswerAsync(call, instanceId) });
    }

    async Task<HistoryEvent> AnswerAsync(TaskScheduledEvent call, string instanceId)
    {
        if (!runner.HasActivity(call.Name!))
            return Failed(call, new("ActivityTaskNotFound", MissingMessage(call.Name!), null, null, isNonRetriable: true));
        try
        {
            var response = await runner.RunAsync(call.Name!, instanceId, Input(call.Input));
            return response.FailureDetails is { } failure
                ? Failed(call, failure.ToDetails())
                : new TaskCompletedEvent(-1, call.EventId, response.Result);
        }
        catch (WorkerLostException e)
        {
            await Task.Delay(AfterLoss); // real time: the host is about to stop; the activity stays for the next worker
            throw new SessionAbortedException(e.Message);
        }
    }

    static TaskFailedEvent Failed(TaskScheduledEvent call, FailureDetails failure) => new(
        -1, call.EventId, $"Function '{call.Name}' failed with an unhandled exception.", details: null, failure);

    /// <summary>The engine keeps arguments as a list, of which there is one.</summary>
    static string? Input(string? arguments)
    {
        if (string.IsNullOrEmpty(arguments)) return null;
        using var json = System.Text.Json.JsonDocument.Parse(arguments);
        return json.RootElement is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() == 1
            ? list[0].GetRawText()
            : arguments;
    }

    static string MissingMessage(string name) => $"The function '{name}' doesn't exist, is disabled, or is not an activity function.";
}
