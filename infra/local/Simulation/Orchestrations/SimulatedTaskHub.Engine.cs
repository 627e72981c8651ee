using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;

namespace Simulation.Orchestrations;

/// <summary>What the dispatchers ask: the next step or activity, and what came of it.</summary>
public sealed partial class SimulatedTaskHub : IOrchestrationService
{
    /// <summary>Dispatching more at once than the machine has processors for gains little.</summary>
    const int AtOnce = 32;

    int IOrchestrationService.TaskOrchestrationDispatcherCount => 1;

    int IOrchestrationService.MaxConcurrentTaskOrchestrationWorkItems => AtOnce;

    int IOrchestrationService.TaskActivityDispatcherCount => 1;

    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => AtOnce;

    /// <summary>Events that nobody took go with an orchestration that starts anew.</summary>
    BehaviorOnContinueAsNew IOrchestrationService.EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    /// <summary>
    /// Middleware for every worker on this hub: DurableTask.Core dates the events that it makes itself by the machine's clock,
    /// and orchestrations read the time from them.
    /// </summary>
    public Task TellTimeAsync(DispatchMiddlewareContext context, Func<Task> next)
    {
        foreach (var happened in context.GetProperty<OrchestrationRuntimeState>().NewEvents) happened.Timestamp = Now;
        return next();
    }

    async Task<TaskOrchestrationWorkItem?> IOrchestrationService.LockNextTaskOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        if (await steps.TakeAsync(receiveTimeout, cancellationToken) is not var (instance, stillness)) return null;
        lock (gate)
        {
            var item = new SimulatedWorkItem(instance, stillness)
            {
                InstanceId = instance.Id,
                OrchestrationRuntimeState = new OrchestrationRuntimeState(instance.History) { Status = instance.State.Status },
                NewMessages = [.. instance.Inbox],
                LockedUntilUtc = DateTime.MaxValue, // nobody else can have it, so nothing has to be renewed
            };
            instance.Inbox.Clear();
            return item;
        }
    }

    /// <summary>The whole step at once: history, state, and what it sends.</summary>
    Task IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem, OrchestrationRuntimeState newOrchestrationRuntimeState, IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages, IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage, OrchestrationState orchestrationState)
    {
        lock (gate)
        {
            var instance = ((SimulatedWorkItem)workItem).Instance;
            if (instances.GetValueOrDefault(instance.Id) != instance) return Task.CompletedTask; // purged or replaced meanwhile
            foreach (var happened in NewIn(newOrchestrationRuntimeState, instance)) happened.Timestamp = Now;
            Commit(instance, newOrchestrationRuntimeState, orchestrationState);
            foreach (var activity in outboundMessages) activities.Add(new(activity));
            foreach (var message in orchestratorMessages) Deliver(message);
            foreach (var timer in timerMessages.Where(timer => IsFor(timer, instance)))
                At(((TimerFiredEvent)timer.Event).FireAt, instance, () => Deliver(timer));
            return Task.CompletedTask;
        }
    }

    /// <summary>A rewind hands in as new what it keeps of the history, and that keeps its time: orchestrations replay by it.</summary>
    static IEnumerable<HistoryEvent> NewIn(OrchestrationRuntimeState step, SimulatedInstance instance)
    {
        var kept = instance.History.Count == 0 ? -1 : step.NewEvents.IndexOf(instance.History[^1]);
        return step.NewEvents.Skip(kept + 1);
    }

    /// <param name="state">Null for a step that was dropped.</param>
    void Commit(SimulatedInstance instance, OrchestrationRuntimeState step, OrchestrationState? state)
    {
        instance.Attempts = 0;
        if (state is null) return;
        var isSameExecution = state.OrchestrationInstance.ExecutionId == instance.ExecutionId;
        if (!isSameExecution) instance.DropTimers();
        state.CreatedTime = isSameExecution || instance.IsRewinding ? instance.State.CreatedTime : Now;
        instance.IsRewinding = false;
        state.LastUpdatedTime = Now;
        state.FailureDetails = null; // the engine that Azure runs does not keep them either: the output says why
        instance.Steps = isSameExecution ? instance.Steps + 1 : 1;
        instance.State = state;
        instance.History = step.Events;
        if (IsUnfinished(state)) return;
        state.CompletedTime = Now;
        End(instance);
    }

    Task IOrchestrationService.ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var item = (SimulatedWorkItem)workItem;
        lock (gate)
        {
            item.Instance.IsBusy = false;
            Queue(item.Instance);
        }

        item.Stillness.Dispose();
        return Task.CompletedTask;
    }

    async Task<TaskActivityWorkItem?> IOrchestrationService.LockNextTaskActivityWorkItem(
        TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        await activities.TakeAsync(receiveTimeout, cancellationToken) is var (activity, stillness)
            ? new ActivityWorkItem(activity, stillness)
            {
                Id = Guid.NewGuid().ToString("N"),
                TaskMessage = activity.Call,
                LockedUntilUtc = DateTime.MaxValue,
            }
            : null;

    Task IOrchestrationService.CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        lock (gate) Deliver(responseMessage);
        ((ActivityWorkItem)workItem).Stillness.Dispose();
        return Task.CompletedTask;
    }

    bool IOrchestrationService.IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState) => false;

    int IOrchestrationService.GetDelayInSecondsAfterOnFetchException(Exception exception) => 0;

    Task IOrchestrationService.RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    Task<TaskActivityWorkItem> IOrchestrationService.RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) =>
        Task.FromResult(workItem);

    Task IOrchestrationService.StartAsync() => Task.CompletedTask;

    Task IOrchestrationService.StopAsync() => Task.CompletedTask;

    Task IOrchestrationService.StopAsync(bool isForced) => Task.CompletedTask;

    Task IOrchestrationService.CreateAsync() => Task.CompletedTask;

    Task IOrchestrationService.CreateAsync(bool recreateInstanceStore) => Task.CompletedTask;

    Task IOrchestrationService.CreateIfNotExistsAsync() => Task.CompletedTask;

    Task IOrchestrationService.DeleteAsync() => Task.CompletedTask;

    Task IOrchestrationService.DeleteAsync(bool deleteInstanceStore) => Task.CompletedTask;

    sealed class ActivityWorkItem(SimulatedActivity activity, IDisposable stillness) : TaskActivityWorkItem
    {
        public SimulatedActivity Activity => activity;

        public IDisposable Stillness => stillness;
    }
}
