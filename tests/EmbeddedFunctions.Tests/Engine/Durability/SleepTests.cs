namespace EmbeddedFunctions.Tests.Engine.Durability;

public sealed class SleepTests
{
    const int Instances = 6;

    readonly TestHub hub = new();

    /// <summary>As when a laptop is closed, or a machine stalls: the first process does not know that its lease has lapsed.</summary>
    [Fact]
    public async Task GivenAProcessPutToSleepAtWork_WhenItWakesAfterAnotherTookOver_ThenItWritesNothingMore()
    {
        var storage = await TestHub.StorageAsync();
        var effects = new TableEffects(storage, hub.Name);
        await effects.CreateAsync();
        using var first = WorkingProcess.Start(storage, hub.Name, 0, Instances, leaseSeconds: 1);
        await first.SaysAsync("OPENING");
        await first.SaysAsync("READY");
        while ((await effects.KeysAsync()).Count == 0) await Task.Delay(10); // it is at work; another process, so there is nothing to await
        await first.SignalAsync("STOP");

        using var second = WorkingProcess.Start(storage, hub.Name, 0, Instances, leaseSeconds: 60);
        await second.SaysAsync("OPENING");
        await second.SaysAsync("READY"); // the first one's lease has lapsed
        await first.SignalAsync("CONT");
        await second.SaysAsync("DONE"); // it has not been disturbed
        await second.EndAsync();

        await first.SaysAsync("DONE"); // waited for its turn, and found all done
        await first.EndAsync();
        var workload = new MixedWorkload(effects.AddAsync);
        await using var host = await hub.StartAsync(workload.Register);
        await Aftermath.CheckAsync(host, workload, effects.KeysAsync, Instances);
    }
}
