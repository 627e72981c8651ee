using EmbeddedFunctions.Engine;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>Instance ids are parts of table keys and of blob names, which both have rules of their own.</summary>
public sealed class InstanceIdTests
{
    static readonly string[] Odd =
    [
        "o'brien & sons, 100%", "Zoë 王 😀", "a!b", "~", "~21", "!lease", "case", "CASE", "..", "...", "ends.", " ", " leading", "a|b\"c<d>", "%2F", "+", new('王', 256), new('x', 256),
    ];

    readonly TestHub hub = new();

    Task<DurableTaskTestHost> StartAsync() => hub.StartAsync(
        tasks => tasks.AddOrchestratorFunc<string, string>("Answer", async (context, question) => question + await context.WaitForExternalEvent<string>("Answer")),
        options => (options.LeaseDuration, options.PayloadThreshold) = (TimeSpan.FromSeconds(1), 20)); // all inputs go to blobs

    [Fact]
    public async Task GivenOddInstanceIds_WhenTheyLiveThroughEverything_ThenEachIsItself()
    {
        var ids = Odd.Where(id => !string.IsNullOrWhiteSpace(id)).ToList();
        var first = await StartAsync();
        foreach (var id in ids) await first.Client.ScheduleNewOrchestrationInstanceAsync("Answer", $"the question to {id}", new StartOrchestrationOptions(id));
        foreach (var id in ids) await first.Client.RaiseEventAsync(id, "Unheard", id);
        await first.Engine.CrashAsync();
        await first.DisposeAsync();

        await using var second = await StartAsync();
        foreach (var id in ids) await second.Client.RaiseEventAsync(id, "Answer", $" and the answer of {id}");
        foreach (var id in ids) Assert.Equal($"the question to {id} and the answer of {id}", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await second.Client.GetAllInstancesAsync().ToListAsync()).Select(found => found.InstanceId).Order(StringComparer.Ordinal));

        foreach (var id in ids)
        {
            Assert.Equal(1, (await second.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
            Assert.Null(await second.Client.GetInstanceAsync(id));
            Assert.Equal((0, 0), (await hub.BlobsAsync(second, id), await hub.HistoryRowsAsync(second, id)));
        }
    }

    [Fact]
    public async Task GivenABlankId_WhenAnInstanceIsStarted_ThenThatIsAnArgumentError()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Answer", "x", new StartOrchestrationOptions(" ")));
    }
}
