using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Tests.Engine.Durability;

public sealed class FaultTests
{
    const int Instances = 15;

    readonly TestHub hub = new();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task GivenStorageThatFailsAtRandom_WhenAllIsDone_ThenNothingIsLostOrDoubled(int seed, bool replayEveryStep)
    {
        var storage = await TestHub.StorageAsync();
        var effects = new TableEffects(storage, hub.Name);
        await effects.CreateAsync();
        var workload = new MixedWorkload(effects.AddAsync);
        var faults = new FaultyStorage(seed);

        await using (var host = await hub.StartAsync(workload.Register, options =>
        {
            (options.Tables, options.Blobs) = (new(storage, With(faults, new TableClientOptions())), new(storage, With(faults, new BlobClientOptions())));
            (options.PayloadThreshold, options.ReplayEveryStep) = (200, replayEveryStep); // blobs take part, too
        }, services => services.AddSingleton(TimeProvider.System)))
        {
            await MixedWorkload.EnsureStartedAsync(host.Client, 0, Instances, CancellationToken.None);
            for (var i = 0; i < Instances; i++) await host.Client.WaitForInstanceCompletionAsync(MixedWorkload.Id(i)).WaitAsync(TimeSpan.FromMinutes(2));
        }

        Assert.True(faults.Faults > 50, $"only {faults.Faults} faults");
        await using var sound = await hub.StartAsync(workload.Register);
        await Aftermath.CheckAsync(sound, workload, effects.KeysAsync, Instances);
    }

    static T With<T>(FaultyStorage faults, T options)
        where T : ClientOptions
    {
        options.AddPolicy(faults, HttpPipelinePosition.PerRetry);
        (options.Retry.MaxRetries, options.Retry.Delay) = (1, TimeSpan.FromMilliseconds(1));
        return options;
    }
}
