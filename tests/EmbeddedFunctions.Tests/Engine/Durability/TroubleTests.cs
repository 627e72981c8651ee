using Azure;
using Azure.Data.Tables;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>An engine that meets with what it cannot mend goes on with everything else.</summary>
public sealed class TroubleTests
{
    readonly TestHub hub = new() { Memory = new() };
    readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", async (context, input) =>
        {
            await context.WaitForExternalEvent<bool>("Go");
            return input;
        })
        .AddOrchestratorFunc<string>("Call", context => context.CallActivityAsync<string>("Wait"))
        .AddActivityFunc("Wait", async _ =>
        {
            await letGo.Task;
            return "done";
        });

    Task<DurableTaskTestHost> StartAsync(TimeSpan lease, Func<IHubStorage, IHubStorage>? through = null)
        => hub.StartAsync(Tasks, options => (options.LeaseDuration, options.Through) = (lease, through));

    [Fact]
    public async Task GivenACommitThatFailsForNoKnownReason_WhenAnInstanceNeedsIt_ThenThatOneFailsAndOthersGoOn()
    {
        TroubledStorage? storage = null;
        await using var host = await StartAsync(TimeSpan.FromMinutes(1), inner => storage ??= new(inner)); // the same when the hub is opened again
        var unlucky = await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "one");
        var lucky = await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "two");
        await host.Client.WaitForInstanceStartAsync(unlucky);
        storage!.Refuse = rows => rows.Any(row => row.Entity.RowKey.StartsWith($"h!{unlucky}!", StringComparison.Ordinal)) ? new FormatException("Nobody expected this.") : null;
        await host.Client.RaiseEventAsync(unlucky, "Go", true);
        while (storage.Refusals == 0) await Task.Yield();
        storage.Refuse = _ => null;

        var end = await host.Client.EndAsync(unlucky);
        await host.Client.RaiseEventAsync(lucky, "Go", true);

        Assert.Equal((OrchestrationRuntimeStatus.Failed, "Nobody expected this."), (end.RuntimeStatus, end.FailureDetails!.ErrorMessage));
        Assert.Equal("two", (await host.Client.EndAsync(lucky)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAnEngineThatLostItsHub_WhenStorageRefusesForAWhile_ThenItComesBackAllTheSame()
    {
        TroubledStorage? storage = null;
        await using var first = await StartAsync(TimeSpan.FromMilliseconds(100), inner => storage ??= new(inner)); // the same when the hub is opened again
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x");
        await first.Client.WaitForInstanceStartAsync(id);
        storage!.IsClosed = true; // only opening the hub again meets it: with nothing left to store, the loss shows at the event
        (await first.Engine.DispatcherAsync(CancellationToken.None)).Hub.Freeze();
        await using (var second = await StartAsync(TimeSpan.FromMinutes(1))) await second.Client.WaitForInstanceStartAsync(id);
        await Assert.ThrowsAsync<LeaseLostException>(() => first.Client.RaiseEventAsync(id, "Go", true));

        while (storage.Refusals < 3) await Task.Yield();
        storage.IsClosed = false;
        await first.Client.RaiseEventAsync(id, "Go", true);

        Assert.Equal("x", (await first.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAnActivityThatDoesNotEnd_WhenTheEngineMustStopInTime_ThenTheNextOneRunsItAgain()
    {
        var first = await StartAsync(TimeSpan.FromMilliseconds(100));
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Call");
        while (first.Statistics.Activities == 0) await Task.Yield();
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await first.Engine.StopAsync(limit.Token).WaitAsync(TimeSpan.FromSeconds(20));

        await using var second = await StartAsync(TimeSpan.FromMinutes(1));
        letGo.SetResult();

        Assert.Equal("done", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(1, second.Statistics.Activities);
        await first.DisposeAsync();
    }

    /// <summary>Refuses commits as a test likes, or opening the hub.</summary>
    sealed class TroubledStorage(IHubStorage inner) : IHubStorage
    {
        int refusals;

        public Func<IReadOnlyList<TableTransactionAction>, Exception?> Refuse { get; set; } = _ => null;

        public volatile bool IsClosed;

        public int Refusals => Volatile.Read(ref refusals);

        public Task CreateAsync(IEnumerable<string> partitions, CancellationToken cancellation)
            => IsClosed ? Task.FromException(Refused(new RequestFailedException(403, "Not now."))) : inner.CreateAsync(partitions, cancellation);

        public Task<ETag> CommitAsync(IReadOnlyList<TableTransactionAction> rows)
            => Refuse(rows) is { } refusal ? Task.FromException<ETag>(Refused(refusal)) : inner.CommitAsync(rows);

        public Task<TableEntity?> FindAsync(string partition, string rowKey, CancellationToken cancellation) => inner.FindAsync(partition, rowKey, cancellation);

        public Task<RowPage> PageAsync(RowQuery query, string? continuation, CancellationToken cancellation) => inner.PageAsync(query, continuation, cancellation);

        public Task WriteTextAsync(string name, string text, CancellationToken cancellation) => inner.WriteTextAsync(name, text, cancellation);

        public Task<string> ReadTextAsync(string name, CancellationToken cancellation) => inner.ReadTextAsync(name, cancellation);

        public Task DeleteTextsAsync(string prefix, CancellationToken cancellation) => inner.DeleteTextsAsync(prefix, cancellation);

        Exception Refused(Exception reason)
        {
            Interlocked.Increment(ref refusals);
            return reason;
        }
    }
}
