using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>What replayed code sees of the replay.</summary>
public sealed class ReplaySafetyTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenEveryStepIsReplayed_WhenCodeNotesWhetherItIs_ThenOnlyWhatIsNewIsNot()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<List<bool>>("Notes", async context =>
        {
            var notes = new List<bool> { context.IsReplaying };
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            notes.Add(context.IsReplaying);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            notes.Add(context.IsReplaying);
            return notes;
        }), options => options.ReplayEveryStep = true);

        Assert.Equal([true, true, false], (await host.Client.RunAsync("Notes")).ReadOutputAs<List<bool>>()!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenGuidsAndTimes_WhenCompareWithWhatWasSentOut_ThenTheyAreTheSameAfterEveryReplay(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Stable", async context =>
            {
                var seen = new HashSet<Guid>();
                var same = true;
                for (var i = 0; i < 5; i++)
                {
                    var (guid, time) = (context.NewGuid(), context.CurrentUtcDateTime);
                    same &= seen.Add(guid) && (guid, time) == await context.CallActivityAsync<(Guid, DateTime)>("Echo", (guid, time));
                    await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                }

                return same;
            })
            .AddActivityFunc<(Guid, DateTime), (Guid, DateTime)>("Echo", (_, both) => both), options => options.ReplayEveryStep = replayEveryStep);
        hub.Clock.Start();

        Assert.True((await host.Client.RunAsync("Stable")).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task GivenTheContextsLoggers_WhenUsed_ThenTheFactoryIsOneAndTakesNoProviders()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<bool>("Logs", context =>
        {
            Assert.Throws<NotSupportedException>(() => context.ReplaySafeLoggerFactory.AddProvider(NullLoggerProvider.Instance));
            context.ReplaySafeLoggerFactory.Dispose();
            context.CreateReplaySafeLogger<ReplaySafetyTests>().LogInformation("after all");
            return ReferenceEquals(context.ReplaySafeLoggerFactory, context.ReplaySafeLoggerFactory);
        }));

        Assert.True((await host.Client.RunAsync("Logs")).ReadOutputAs<bool>());
        Assert.Contains("after all", hub.Logs.Lines);
    }
}
