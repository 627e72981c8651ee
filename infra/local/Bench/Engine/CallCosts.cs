using EmbeddedFunctions.Engine;
using Microsoft.DurableTask;

namespace Ilnp.Local.Bench.Engine;

/// <summary>Counts what one more call of each kind costs, by an orchestration with twenty of them and one with none.</summary>
static class CallCosts
{
    const int Calls = 20;

    public static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int>("Nothing", (_, _) => Task.CompletedTask)
        .AddOrchestratorFunc<int>("Activities", (context, count) => EachAsync(count, _ => context.CallActivityAsync("Hello", "you")))
        .AddOrchestratorFunc<int>("Timers", (context, count) => EachAsync(count, _ => context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None)))
        .AddOrchestratorFunc<int>("Children", (context, count) => EachAsync(count, _ => context.CallSubOrchestratorAsync("Nothing", 0)))
        .AddOrchestratorFunc<int>("Events", (context, count) => EachAsync(count, i =>
        {
            context.SendEvent(context.InstanceId, $"Event{i}", i);
            return context.WaitForExternalEvent<int>($"Event{i}");
        }))
        .AddOrchestratorFunc<int>("Listens", (context, count) => EachAsync(count, _ => context.WaitForExternalEvent<int>("Number")))
        .AddOrchestratorFunc<int>("Rounds", (context, count) =>
        {
            if (count > 0) context.ContinueAsNew(count - 1);
            return Task.CompletedTask;
        });

    /// <summary>Only for an engine that does nothing else.</summary>
    public static async Task<Dictionary<string, CallCost>> MeasureAsync(DurableTaskTestHost host, CancellationToken cancellation)
    {
        await CostAsync("Nothing", 0);
        var nothing = await CostAsync("Nothing", 0);
        var costs = new Dictionary<string, CallCost> { ["orchestration"] = nothing };
        foreach (var (call, orchestrator) in new[] { ("activity", "Activities"), ("timer", "Timers"), ("subOrchestration", "Children"), ("eventToItself", "Events"), ("continueAsNew", "Rounds") })
        {
            var many = await CostAsync(orchestrator, Calls);
            costs[call] = new(Figures.Round((many.Requests - nothing.Requests) / Calls), Figures.Round((many.RowChanges - nothing.RowChanges) / Calls));
        }

        costs["eventFromClient"] = await EventsAsync(host, cancellation);
        return costs;

        async Task<CallCost> CostAsync(string orchestrator, int calls)
        {
            var (requests, rows) = (host.Statistics.StorageTransactions, host.Statistics.Rows);
            await EngineWorkloads.RunAsync(host.Client, orchestrator, calls, cancellation);
            await QuietAsync(host, cancellation);
            return new(host.Statistics.StorageTransactions - requests, host.Statistics.Rows - rows);
        }
    }

    static async Task<CallCost> EventsAsync(DurableTaskTestHost host, CancellationToken cancellation)
    {
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Listens", Calls, cancellation);
        await QuietAsync(host, cancellation);
        var (requests, rows) = (host.Statistics.StorageTransactions, host.Statistics.Rows);
        for (var i = 0; i < Calls; i++)
        {
            await host.Client.RaiseEventAsync(id, "Number", i, cancellation);
            await QuietAsync(host, cancellation);
        }

        return new((host.Statistics.StorageTransactions - requests) / (double)Calls, (host.Statistics.Rows - rows) / (double)Calls);
    }

    /// <summary>Waits until what an orchestration leaves behind is done, too: nothing is written for a while.</summary>
    static async Task QuietAsync(DurableTaskTestHost host, CancellationToken cancellation)
    {
        for (var seen = -1L; seen != host.Statistics.StorageTransactions;)
        {
            seen = host.Statistics.StorageTransactions;
            await Task.Delay(100, cancellation); // real time: this waits for nothing to happen
        }
    }

    static async Task EachAsync(int count, Func<int, Task> call)
    {
        for (var i = 0; i < count; i++) await call(i);
    }
}
