using Xunit.Abstractions;

namespace FunctionsHost.Tests.Durability;

/// <summary>Needs the machine for itself: its processes are killed at moments of real time.</summary>
[CollectionDefinition(nameof(KilledProcesses), DisableParallelization = true)]
public sealed class KilledProcesses;

[Collection(nameof(KilledProcesses))]
public sealed class KillTests(ITestOutputHelper output)
{
    const int Kills = 20;

    /// <summary>Far less than what one life has to do, so that kills come in the midst of work.</summary>
    const int MostEffectsOfALife = 3;

    /// <summary>About as long as a start takes: every fifth is killed while it begins.</summary>
    static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2);

    static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(100);

    /// <summary>Each life begins with the work that those before it have left, and starts one instance more.</summary>
    [Fact(Timeout = 540_000)]
    public async Task GivenAProcessKilledAtTwentyRandomMoments_WhenTheLastOneLives_ThenNothingIsLostOrDoubled()
    {
        await using var azurite = await StorageFixture.StartAsync();
        var effects = new TableEffects(azurite.ConnectionString);
        await effects.CreateAsync();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var moments = new Random(seed);

        var said = new List<string>();
        for (var life = 0; life < Kills; life++)
        {
            using var process = WorkingProcess.Start(azurite.ConnectionString, life + 1);
            await process.SaysAsync("OPENING");
            var works = life % 5 != 4;
            if (works) await process.SaysAsync("EFFECT", moments.Next(1, MostEffectsOfALife + 1));
            await Task.Delay((works ? LongestStep : LongestStart) * moments.NextDouble()); // the random moment
            await process.KillAsync();
            said.AddRange(process.Said);
            output.WriteLine($"life {life} until {DateTime.UtcNow:T}, {process.Said.Count(line => line == "EFFECT")} effects");
        }

        using var last = WorkingProcess.Start(azurite.ConnectionString, Kills);
        await last.SaysAsync("DONE");
        said.AddRange(last.Said);

        var idle = said.Count(line => line == "DONE") - 1;
        output.WriteLine(
            $"{idle} had nothing left to do when they were killed; {said.Count(line => line == "AGAIN")} effects were tried again");
        Assert.True(idle <= Kills / 5, $"only {Kills - idle} were killed at work");
        Assert.DoesNotContain(said, line => line.StartsWith("WRONG", StringComparison.Ordinal));
        Assert.Equal(MixedWorkload.Effects(Kills).Order(StringComparer.Ordinal), await effects.KeysAsync());
    }
}
