using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Instances;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>What must hold when a <see cref="MixedWorkload"/> is over, whatever happened to it.</summary>
static class Aftermath
{
    /// <param name="host">An engine on the workload's hub.</param>
    /// <param name="effects">The keys of all side effects, in order.</param>
    public static async Task CheckAsync(DurableTaskTestHost host, MixedWorkload workload, Func<Task<IReadOnlyList<string>>> effects, int instances)
    {
        for (var i = 0; i < instances; i++)
        {
            var end = await host.Client.EndAsync(MixedWorkload.Id(i));
            Assert.Equal((OrchestrationRuntimeStatus.Completed, MixedWorkload.Outcome, null), (end.RuntimeStatus, end.ReadOutputAs<string>(), end.FailureDetails));
        }

        var dispatcher = await host.Engine.DispatcherAsync(CancellationToken.None);
        await dispatcher.Work.IdleAsync();
        Assert.Equal(0, host.Engine.Unfinished);
        Assert.Equal(MixedWorkload.Effects(instances).Order(StringComparer.Ordinal), await effects());
        await AssertNothingIsLeftOverAsync(dispatcher);
        await foreach (var instance in host.Client.GetAllInstancesAsync()) await ReplayAsync(dispatcher, workload, instance.InstanceId);
    }

    static async Task AssertNothingIsLeftOverAsync(Dispatcher dispatcher)
    {
        foreach (var bucket in Enumerable.Range(0, dispatcher.Hub.Buckets))
        {
            Assert.Empty(await dispatcher.Hub.UnfinishedAsync(bucket, CancellationToken.None).ToListAsync());
            foreach (var kind in new[] { RowKeys.Messages, RowKeys.Outgoing })
                Assert.Empty(await dispatcher.Hub.RowsAsync(bucket, kind, CancellationToken.None).ToListAsync());
        }
    }

    /// <summary>The stored history, run through the code, must lead step by step to the recorded decisions and in the end to the recorded output.</summary>
    static async Task ReplayAsync(Dispatcher dispatcher, MixedWorkload workload, string instanceId)
    {
        var record = (await dispatcher.Hub.FindFinishedAsync(InstanceKey.Of(instanceId), CancellationToken.None))!;
        var settings = new RunSettings(JsonDataConverter.Default, NullLoggerFactory.Instance, default);
        var input = await dispatcher.Hub.Payloads.ReadAsync(record.Input, CancellationToken.None);
        var run = new OrchestrationRun(record.Start(input), workload.Orchestrator(record.Name), settings, () => { });
        Ending? ending = null;
        await foreach (var step in dispatcher.Hub.HistoryAsync(record, CancellationToken.None)) ending = run.Replay(step).Ending;
        Assert.Equal(new Finished(OrchestrationRuntimeStatus.Completed, await dispatcher.Hub.Payloads.ReadAsync(record.Output, CancellationToken.None), null), ending);
        Assert.Equal(record.Steps, run.Steps);
    }
}
