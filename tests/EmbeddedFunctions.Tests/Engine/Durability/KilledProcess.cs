using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>The program of the processes that tests kill or put to sleep: this assembly, started on its own.</summary>
static class KilledProcess
{
    /// <summary>
    /// Arguments: connection string, hub, first instance to start, how many instances to wait for, seconds of the lease, and <c>stay</c> for one
    /// that waits for its end when all is done.
    /// Prints OPENING, READY when the engine has started, DONE, and EFFECT after each side effect.
    /// </summary>
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
        var (storage, hub, from, to, lease) = (args[0], args[1], int.Parse(args[2], null), int.Parse(args[3], null), int.Parse(args[4], null));
        var effects = new TableEffects(storage, hub);
        var workload = new MixedWorkload(async key =>
        {
            await effects.AddAsync(key);
            Console.WriteLine("EFFECT");
        });
        Console.WriteLine("OPENING");
        await using var host = await DurableTaskTestHost.StartAsync(workload.Register, options =>
            (options.ConnectionString, options.HubName, options.LeaseDuration) = (storage, hub, TimeSpan.FromSeconds(lease)));
        Console.WriteLine("READY");
        while (!await TryStartAsync(host, from, to))
        {
            // another process has taken over meanwhile; the next attempt waits for this one's turn
        }

        for (var i = 0; i < to; i++) await host.Client.WaitForInstanceCompletionAsync(MixedWorkload.Id(i));
        Console.WriteLine("DONE");
        if (args.Contains("stay")) await Task.Delay(Timeout.Infinite);
        return 0;
    }

    static async Task<bool> TryStartAsync(DurableTaskTestHost host, int from, int to)
    {
        try
        {
            await MixedWorkload.EnsureStartedAsync(host.Client, from, to, CancellationToken.None);
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
    }
}
