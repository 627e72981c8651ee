using Xunit.Abstractions;

namespace EmbeddedFunctions.Tests.Engine.Durability;

public sealed class KillTests(ITestOutputHelper output)
{
    const int Kills = 50;
    const int InstancesPerLife = 2;

    /// <summary>Less than the instances of one life need, so that every kill comes in the midst of work.</summary>
    static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(250);

    readonly TestHub hub = new();

    /// <summary>
    /// Each life begins with the work that all killed ones before it have left, and starts some more. Every fifth is killed while
    /// it may still be picking that work up, the others while they are working.
    /// </summary>
    [Fact]
    public async Task GivenAProcessKilledAtFiftyRandomMoments_WhenTheLastOneLives_ThenNothingIsLostOrDoubled()
    {
        var storage = await TestHub.StorageAsync();
        var effects = new TableEffects(storage, hub.Name);
        await effects.CreateAsync();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var moments = new Random(seed);
        var (before, livesWithEffects) = (0, 0);

        for (var life = 0; life < Kills; life++)
        {
            using var process = WorkingProcess.Start(storage, hub.Name, Math.Max(0, life - 3) * InstancesPerLife, (life + 1) * InstancesPerLife);
            await process.SaysAsync("OPENING");
            if (life % 5 != 4) await process.SaysAsync("READY");
            await Task.Delay(LongestLife * moments.NextDouble()); // the random moment
            Assert.DoesNotContain("DONE", await process.KillAsync(), StringComparison.Ordinal);

            var after = (await effects.KeysAsync()).Count;
            if (after > before) livesWithEffects++;
            before = after;
        }

        Assert.True(livesWithEffects > Kills / 3, $"only {livesWithEffects} lives had side effects before they were killed");
        using var last = WorkingProcess.Start(storage, hub.Name, 0, Kills * InstancesPerLife);
        await last.SaysAsync("OPENING");
        await last.SaysAsync("READY");
        await last.SaysAsync("DONE");
        await last.EndAsync();

        var workload = new MixedWorkload(effects.AddAsync);
        await using var host = await hub.StartAsync(workload.Register);
        await Aftermath.CheckAsync(host, workload, effects.KeysAsync, Kills * InstancesPerLife);
    }
}
