using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>The history of an instance as its client tells it.</summary>
public sealed class ToldHistoryTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenAFinishedOrchestration_WhenItsHistoryIsAskedFor_ThenEveryStepIsToldAsTheRealOneDoes()
    {
        await using var host = await StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("All", "ana");
        await host.Client.RaiseEventAsync(id, "Go", 1);
        await host.Client.EndAsync(id);

        var history = await host.Client.GetOrchestrationHistoryAsync(id);

        Assert.Equal(
            [
                EventType.ExecutionStarted,
                EventType.TaskScheduled, EventType.TaskCompleted,
                EventType.TimerCreated, EventType.TimerFired,
                EventType.SubOrchestrationInstanceCreated, EventType.SubOrchestrationInstanceFailed,
                EventType.EventSent,
                EventType.ExecutionCompleted,
            ],
            history.Select(told => told.EventType)
                .Where(type => type is not (EventType.OrchestratorStarted or EventType.OrchestratorCompleted or EventType.EventRaised)));
        Assert.Equal((EventType.OrchestratorStarted, EventType.ExecutionStarted), (history[0].EventType, history[1].EventType));
        Assert.Equal((EventType.ExecutionCompleted, EventType.OrchestratorCompleted), (history[^2].EventType, history[^1].EventType));
        var start = Assert.Single(history.OfType<ExecutionStartedEvent>());
        Assert.Equal(("All", "\"ana\"", id, null), (start.Name, start.Input, start.OrchestrationInstance.InstanceId, start.ParentInstance));
        var call = Assert.Single(history.OfType<TaskScheduledEvent>());
        Assert.Equal((0, "Greet", "\"ana\""), (call.EventId, call.Name, call.Input));
        var answer = Assert.Single(history.OfType<TaskCompletedEvent>());
        Assert.Equal((-1, 0, "\"Ciao ana\""), (answer.EventId, answer.TaskScheduledId, answer.Result));
        var timer = Assert.Single(history.OfType<TimerCreatedEvent>());
        Assert.Equal((1, timer.FireAt), Assert.Single(history.OfType<TimerFiredEvent>()) is { } fired ? (fired.TimerId, fired.FireAt) : default);
        var failed = Assert.Single(history.OfType<SubOrchestrationInstanceFailedEvent>());
        Assert.Equal((2, "System.InvalidOperationException: no"), (failed.TaskScheduledId, failed.FailureDetails!.ToString()));
        Assert.Equal(("Go", "1"), Assert.Single(history.OfType<EventRaisedEvent>()) is { } raised ? (raised.Name, raised.Input) : default);
        Assert.Equal((3, "somebody", "Hello"), Assert.Single(history.OfType<EventSentEvent>()) is { } sent ? (sent.EventId, sent.InstanceId, sent.Name) : default);
        var end = Assert.Single(history.OfType<ExecutionCompletedEvent>());
        Assert.Equal((4, OrchestrationStatus.Completed, "\"done\"", null), (end.EventId, end.OrchestrationStatus, end.Result, end.FailureDetails));
        Assert.Equal(history.OrderBy(told => told.Timestamp).Select(told => told.Timestamp), history.Select(told => told.Timestamp));
    }

    [Fact]
    public async Task GivenARunningOrchestration_WhenItsHistoryIsAskedFor_ThenItHasNoEndYetAndAfterTerminationItHas()
    {
        await using var host = await StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.WaitForInstanceStartAsync(id);

        Assert.Empty((await host.Client.GetOrchestrationHistoryAsync(id)).OfType<ExecutionCompletedEvent>());

        await host.Client.TerminateInstanceAsync(id, "enough");
        await host.Client.EndAsync(id);
        var history = await host.Client.GetOrchestrationHistoryAsync(id);
        Assert.Equal("\"enough\"", Assert.Single(history.OfType<ExecutionTerminatedEvent>()).Input);
        Assert.Equal(OrchestrationStatus.Terminated, Assert.Single(history.OfType<ExecutionCompletedEvent>()).OrchestrationStatus);
    }

    [Fact]
    public async Task GivenASubOrchestration_WhenItsHistoryIsAskedFor_ThenItNamesItsCallerAndItsFailure()
    {
        await using var host = await StartAsync();
        var parent = await host.Client.ScheduleNewOrchestrationInstanceAsync("Calls");
        await host.Client.EndAsync(parent);
        var child = Assert.Single((await host.Client.GetOrchestrationHistoryAsync(parent)).OfType<SubOrchestrationInstanceCreatedEvent>());

        var history = await host.Client.GetOrchestrationHistoryAsync(child.InstanceId);

        var by = Assert.Single(history.OfType<ExecutionStartedEvent>()).ParentInstance!;
        Assert.Equal(("Calls", parent, 0), (by.Name, by.OrchestrationInstance.InstanceId, by.TaskScheduleId));
        Assert.Equal("no", Assert.Single(history.OfType<ExecutionCompletedEvent>()).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task GivenNoSuchInstance_WhenItsHistoryIsAskedFor_ThenThatIsAnArgumentException()
    {
        await using var host = await StartAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => host.Client.GetOrchestrationHistoryAsync("nobody"));

        Assert.Contains("nobody", refusal.Message, StringComparison.Ordinal);
    }

    Task<EmbeddedFunctions.Engine.DurableTaskTestHost> StartAsync()
    {
        hub.Clock.Start();
        return hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("All", async (context, name) =>
            {
                await context.CallActivityAsync<string>("Greet", name);
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Fails"));
                await context.WaitForExternalEvent<int>("go");
                context.SendEvent("somebody", "Hello", 5);
                return "done";
            })
            .AddOrchestratorFunc("Waits", context => context.WaitForExternalEvent<int>("never"))
            .AddOrchestratorFunc("Calls", context => context.CallSubOrchestratorAsync("Fails"))
            .AddOrchestratorFunc("Fails", _ => throw new InvalidOperationException("no"))
            .AddActivityFunc<string, string>("Greet", (_, name) => $"Ciao {name}"));
    }
}
