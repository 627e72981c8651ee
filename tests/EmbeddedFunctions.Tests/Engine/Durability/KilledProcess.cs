using Azure.Data.Tables;
using EmbeddedFunctions.Engine;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>The program of the process that <see cref="KillTests"/> kills: this assembly, started on its own.</summary>
static class KilledProcess
{
    /// <summary>Arguments: connection string, hub, first instance to start, how many instances to wait for. Prints READY, then DONE.</summary>
    static async Task<int> Main(string[] args)
    {
        _ = Task.Run(() =>
        {
            while (Console.In.Read() >= 0)
            {
                // nothing is ever said
            }

            Environment.Exit(1);
        });
        var (storage, hub, from, to) = (args[0], args[1], int.Parse(args[2], null), int.Parse(args[3], null));
        var workload = new MixedWorkload(new TableServiceClient(storage).GetTableClient($"{hub}Effects"));
        await using var host = await DurableTaskTestHost.StartAsync(workload.Register, options => (options.ConnectionString, options.HubName) = (storage, hub));
        Console.WriteLine("READY");
        await MixedWorkload.EnsureStartedAsync(host.Client, from, to, CancellationToken.None);
        for (var i = 0; i < to; i++) await host.Client.WaitForInstanceCompletionAsync(MixedWorkload.Id(i));
        Console.WriteLine("DONE");
        return 0;
    }
}
