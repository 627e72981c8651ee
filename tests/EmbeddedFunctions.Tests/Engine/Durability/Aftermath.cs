using Azure.Data.Tables;
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
    public static async Task CheckAsync(TestHub hub, TableClient effects, int instances)
    {
        var workload = new MixedWorkload(effects);
        await using var host = await hub.StartAsync(workload.Register);
        for (var i = 0; i < instances; i++)
        {
            var end = await host.Client.EndAsync(MixedWorkload.Id(i));
            Assert.Equal((OrchestrationRuntimeStatus.Completed, MixedWorkload.Outcome, null), (end.RuntimeStatus, end.ReadOutputAs<string>(), end.FailureDetails));
        }

        var dispatcher = await host.Engine.DispatcherAsync(CancellationToken.None);
        await dispatcher.Work.IdleAsync();
        Assert.Equal(0, host.Engine.Unfinished);
        Assert.Equal(MixedWorkload.Effects(instances).Order(StringComparer.Ordinal), await KeysAsync(effects));
        await AssertNothingIsLeftOverAsync(dispatcher);
        await foreach (var instance in host.Client.GetAllInstancesAsync()) await ReplayAsync(dispatcher, workload, instance.InstanceId);
    }

    static async Task<IEnumerable<string>> KeysAsync(TableClient effects)
        => (await effects.QueryAsync<TableEntity>().ToListAsync()).Select(row => row.RowKey).Order(StringComparer.Ordinal);

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
        var run = new OrchestrationRun(record.Start(record.Input.Text), workload.Orchestrator(record.Name), settings, () => { });
        Ending? ending = null;
        await foreach (var step in dispatcher.Hub.HistoryAsync(record, CancellationToken.None)) ending = run.Replay(step).Ending;
        Assert.Equal(new Finished(OrchestrationRuntimeStatus.Completed, record.Output.Text, null), ending);
    }
}
