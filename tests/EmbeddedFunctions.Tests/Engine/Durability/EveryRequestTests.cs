using System.Collections.Concurrent;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;
using EmbeddedFunctions.Time;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>The mixed workload with one mishap, at each of its requests to storage in turn: nothing may depend on which one it is.</summary>
public sealed class EveryRequestTests(ITestOutputHelper output)
{
    /// <summary>Real time; short, because every killed engine keeps its lease for so long.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(60);

    static readonly DateTimeOffset Start = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Mishap.LostRequest)]
    [InlineData(Mishap.LostAnswer)]
    [InlineData(Mishap.Throttled)]
    [InlineData(Mishap.KilledBefore)]
    [InlineData(Mishap.KilledAfter)]
    public async Task GivenAMishap_WhenItComesAtAnyRequest_ThenNothingIsLostOrDoubled(Mishap mishap)
    {
        var last = 1;
        for (var at = 1; at <= last; at++)
        {
            try
            {
                last = Math.Max(last, await RunAsync(mishap, at));
            }
            catch
            {
                output.WriteLine($"{mishap} at request {at} of {last}");
                throw;
            }
        }

        Assert.InRange(last, 50, 1000);
    }

    /// <summary>Returns how many requests the engine made that met with the mishap.</summary>
    static async Task<int> RunAsync(Mishap mishap, int at)
    {
        var memory = new HubMemory();
        var done = new ConcurrentDictionary<string, bool>();
        var workload = new MixedWorkload(key => Task.FromResult(done[key] = true));
        FaultingStorage? storage = null;
        var starting = StartAsync(workload, memory, inner => storage = new(inner, mishap, at));
        var working = WorkAsync(starting);
        await Task.WhenAny(working, storage?.Killed ?? Task.CompletedTask);

        var requests = storage!.Killed.IsCompleted ? at + 1 : storage.Requests;
        if (mishap is Mishap.KilledBefore or Mishap.KilledAfter)
        {
            if (starting.IsCompletedSuccessfully) await (await starting).Engine.CrashAsync();
            await using var next = await StartAsync(workload, memory, inner => inner);
            await MixedWorkload.EnsureStartedAsync(next.Client, 0, 1, CancellationToken.None);
            await CheckAsync(next, workload, done);
            return requests;
        }

        await working;
        await using var host = await starting;
        await CheckAsync(host, workload, done);
        return requests;
    }

    static async Task WorkAsync(Task<DurableTaskTestHost> starting)
    {
        var client = (await starting).Client;
        await MixedWorkload.EnsureStartedAsync(client, 0, 1, CancellationToken.None);
        await client.WaitForInstanceCompletionAsync(MixedWorkload.Id(0));
    }

    static Task<DurableTaskTestHost> StartAsync(MixedWorkload workload, HubMemory memory, Func<IHubStorage, IHubStorage> through)
    {
        var clock = new SimulatedClock(Start);
        clock.Start();
        return DurableTaskTestHost.StartAsync(
            workload.Register,
            options => (options.Memory, options.Through, options.LeaseDuration, options.PayloadThreshold, options.Buckets) = (memory, through, Lease, 200, 2),
            services => services.AddSingleton<TimeProvider>(clock));
    }

    static Task CheckAsync(DurableTaskTestHost host, MixedWorkload workload, ConcurrentDictionary<string, bool> done)
        => Aftermath.CheckAsync(host, workload, () => Task.FromResult<IReadOnlyList<string>>([.. done.Keys.Order(StringComparer.Ordinal)]), 1);
}
