using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Waiters that time out, are cancelled, or are answered by something they cannot read.</summary>
public sealed class WaitForEventTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenAWaiterCancelledBefore_WhenAnotherWaits_ThenTheNewerGetsTheEvent()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Waits", async context =>
        {
            using var cancelled = new CancellationTokenSource();
            cancelled.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("Go", cancelled.Token));
            return await context.WaitForExternalEvent<string>("Go");
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.RaiseEventAsync(id, "Go", "on");

        Assert.Equal("on", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAWaiterAboveACancelledOne_WhenTwoEventsCome_ThenTheSecondFallsToTheCancelledOneAndIsLost()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Waits", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var older = context.WaitForExternalEvent<string>("Go", cancel.Token);
            cancel.Cancel();
            var first = await context.WaitForExternalEvent<string>("Go");
            await context.WaitForExternalEvent<bool>("Both");
            var third = await context.WaitForExternalEvent<string>("Go");
            return $"{first} {third} {older.IsCanceled}";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        foreach (var word in new[] { "one", "two", "three" }) await host.Client.RaiseEventAsync(id, "Go", word);
        await host.Client.RaiseEventAsync(id, "Both", true);

        Assert.Equal("one three True", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenATimeOutAndACancellation_WhenCancelledFirst_ThenTheWaitIsCancelledAndTheTimerWithIt()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Waits", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var trigger = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var waiting = context.WaitForExternalEvent<string>("Go", TimeSpan.FromDays(7), cancel.Token);
            if (await Task.WhenAny(trigger, waiting) == trigger) cancel.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            return "cancelled";
        }));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Waits");

        Assert.Equal("cancelled", end.ReadOutputAs<string>());
        Assert.Equal(1, (end.LastUpdatedAt - end.CreatedAt).TotalHours);
    }

    [Fact]
    public async Task GivenTwoWaitsWithTimeOuts_WhenOneIsAnswered_ThenTheOtherCanBeCancelled()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Waits", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var one = context.WaitForExternalEvent<string>("One", TimeSpan.FromDays(7), CancellationToken.None);
            var two = context.WaitForExternalEvent<string>("Two", TimeSpan.FromDays(7), cancel.Token);
            var winner = await Task.WhenAny(one, two);
            cancel.Cancel();
            return winner == one ? await one : "two";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.RaiseEventAsync(id, "One", "one");

        Assert.Equal("one", (await host.Client.EndAsync(id)).ReadOutputAs<string>()); // time stands still
    }

    [Fact]
    public async Task GivenAnUnreadablePayload_WhenItsWaiterWouldCatchTheError_ThenTheOrchestrationFailsAllTheSame()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Number", async context =>
        {
            try
            {
                return (await context.WaitForExternalEvent<int>("Number")).ToString(null, null);
            }
            catch (Exception)
            {
                return "caught";
            }
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Number");
        await host.Client.UntilAsync(id, OrchestrationRuntimeStatus.Running);
        await host.Client.RaiseEventAsync(id, "Number", "seven");

        var end = await host.Client.EndAsync(id);

        Assert.Equal((OrchestrationRuntimeStatus.Failed, "System.Text.Json.JsonException"), (end.RuntimeStatus, end.FailureDetails!.ErrorType));
    }

    [Fact]
    public async Task GivenAnEventWithoutPayload_WhenAwaited_ThenItIsTheDefault()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<bool>("Waits", async context
            => await context.WaitForExternalEvent<string?>("Go") is null && await context.WaitForExternalEvent<int>("Count") == 0));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.RaiseEventAsync(id, "Go");
        await host.Client.RaiseEventAsync(id, "Count");

        Assert.True((await host.Client.EndAsync(id)).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task GivenAnEventToNobody_WhenAnOrchestratorSendsIt_ThenItIsDroppedAndTheOrchestratorGoesOn()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Sends", context =>
        {
            context.SendEvent("nobody", "Go", "on");
            return "sent";
        }));

        Assert.Equal("sent", (await host.Client.RunAsync("Sends")).ReadOutputAs<string>());
    }
}
