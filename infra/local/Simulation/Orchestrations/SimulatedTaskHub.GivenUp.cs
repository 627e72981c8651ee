using DurableTask.Core;
using DurableTask.Core.History;

namespace Simulation.Orchestrations;

/// <summary>
/// Steps and activities that the dispatchers cannot do: a bug beneath the orchestration's own code, such as a message that
/// cannot be read. They are tried some times and then fail, so that whoever waits is told and time does not stand still for ever.
/// </summary>
public sealed partial class SimulatedTaskHub
{
    const int MostAttempts = 10;

    Exception? lastError;

    int IOrchestrationService.GetDelayInSecondsAfterOnProcessException(Exception exception)
    {
        lastError = exception;
        return 0;
    }

    /// <summary>The step is to be taken again.</summary>
    Task IOrchestrationService.AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        lock (gate)
        {
            var instance = ((SimulatedWorkItem)workItem).Instance;
            if (++instance.Attempts < MostAttempts) instance.Inbox.InsertRange(0, workItem.NewMessages);
            else if (instances.GetValueOrDefault(instance.Id) == instance) GiveUp(instance);
            return Task.CompletedTask;
        }
    }

    void GiveUp(SimulatedInstance instance)
    {
        var state = instance.State;
        instance.Inbox.Clear();
        (state.OrchestrationStatus, state.Output) = (OrchestrationStatus.Failed, GivenUp($"A step of {state.Name} ({instance.Id})"));
        state.LastUpdatedTime = state.CompletedTime = Now;
        End(instance);
        if (state.ParentInstance is not { } parent) return;
        var failure = new SubOrchestrationInstanceFailedEvent(-1, parent.TaskScheduleId, state.Output, null, Details(state.Output));
        Deliver(new() { OrchestrationInstance = parent.OrchestrationInstance, Event = failure });
    }

    /// <summary>The activity is to be run again.</summary>
    Task IOrchestrationService.AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        var item = (ActivityWorkItem)workItem;
        if (item.Activity.Attempts + 1 < MostAttempts) activities.Add(item.Activity with { Attempts = item.Activity.Attempts + 1 });
        else GiveUp(item.TaskMessage);
        item.Stillness.Dispose();
        return Task.CompletedTask;
    }

    void GiveUp(TaskMessage call)
    {
        var reason = GivenUp($"Activity {((TaskScheduledEvent)call.Event).Name}");
        var failure = new TaskFailedEvent(-1, call.Event.EventId, reason, null, Details(reason));
        lock (gate) Deliver(new() { OrchestrationInstance = call.OrchestrationInstance, Event = failure });
    }

    string GivenUp(string what) =>
        $"{what} could not be done in {MostAttempts} attempts. The last error beneath it: "
            + $"{lastError?.Message ?? "the worker does not answer"}";

    static FailureDetails Details(string reason) => new("GivenUp", reason, null, null, isNonRetriable: true);
}
