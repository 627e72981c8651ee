using System.Diagnostics;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Tests.Engine.Durability;

public sealed class KillTests
{
    const int Kills = 50;
    const int InstancesPerLife = 2;
    static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(300);

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly TestHub hub = new();

    /// <summary>Each life begins with the work that all killed ones before it have left, and starts some more.</summary>
    [Fact]
    public async Task GivenAProcessKilledAtFiftyRandomMoments_WhenTheLastOneLives_ThenNothingIsLostOrDoubled()
    {
        var storage = await TestHub.StorageAsync();
        var effects = new TableServiceClient(storage).GetTableClient($"{hub.Name}Effects");
        await effects.CreateAsync();
        var moments = new Random(2020);

        for (var life = 0; life < Kills; life++)
        {
            using var process = Start(storage, Math.Max(0, life - 3) * InstancesPerLife, (life + 1) * InstancesPerLife);
            Assert.Equal("READY", await LineAsync(process));
            await Task.Delay(LongestLife * moments.NextDouble()); // the random moment
            process.Kill(); // SIGKILL
            await process.WaitForExitAsync();
        }

        using var last = Start(storage, 0, Kills * InstancesPerLife);
        Assert.Equal("READY", await LineAsync(last));
        Assert.Equal("DONE", await LineAsync(last));
        await last.WaitForExitAsync();

        await Aftermath.CheckAsync(hub, effects, Kills * InstancesPerLife);
    }

    static Task<string?> LineAsync(Process process) => process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    Process Start(string storage, int from, int to)
        => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(KillTests).Assembly.Location, storage, hub.Name, $"{from}", $"{to}"])
        {
            RedirectStandardInput = true, // its end is the end of the tests
            RedirectStandardOutput = true,
        })!;
}
