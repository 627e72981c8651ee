using Xunit.Abstractions;

namespace EmbeddedFunctions.Tests.Engine.Durability;

public sealed class KillTests(ITestOutputHelper output)
{
    const int Kills = 50;
    const int InstancesPerLife = 2;

    /// <summary>Far less than what one life has to do, so that kills come in the midst of work, on however slow a machine.</summary>
    const int MostEffectsOfALife = 8;

    /// <summary>A third of what the timers of one new instance take together, so that even the fastest life is not over by then.</summary>
    static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(100);

    static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(20);

    readonly TestHub hub = new();

    /// <summary>
    /// Each life begins with the work that all killed ones before it have left, and starts some more. Every fifth is killed while
    /// it may still be picking that work up, the others while they are working: some side effects and some milliseconds later.
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

        var atWork = 0;
        for (var life = 0; life < Kills; life++)
        {
            using var process = WorkingProcess.Start(storage, hub.Name, Math.Max(0, life - 3) * InstancesPerLife, (life + 1) * InstancesPerLife, stays: true);
            await process.SaysAsync("OPENING");
            var hasStarted = life % 5 != 4;
            if (hasStarted) await process.WorksAsync(moments.Next(1, MostEffectsOfALife + 1));
            await Task.Delay((hasStarted ? LongestStep : LongestStart) * moments.NextDouble()); // the random moment
            if (!(await process.KillAsync()).Contains("DONE", StringComparison.Ordinal)) atWork++;
        }

        output.WriteLine($"{atWork} of {Kills} were killed before all was done");
        Assert.True(atWork >= Kills * 4 / 5, $"only {atWork} were killed before all was done");

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
