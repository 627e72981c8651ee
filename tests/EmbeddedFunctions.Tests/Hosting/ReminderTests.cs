using System.Collections.Concurrent;
using EmbeddedFunctions.Hosting;
using EmbeddedFunctions.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Tests.Hosting;

/// <summary>The example of the README: months of an app's time in a test.</summary>
[Collection("host")]
public sealed class ReminderTests(StorageFixture storage)
{
    [Fact]
    public async Task GivenNoAnswer_WhenAMonthHasPassed_ThenThreeRemindersWereSentAWeekApart()
    {
        var start = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        await using var clock = new SimulatedClock(start);
        var builder = HostUnderTest.Builder(storage).UseClock(clock).ServeOnly(typeof(Reminders));
        builder.Services.AddSingleton<Sent>();
        using var host = builder.Build();
        await host.StartAsync();
        var client = host.DurableClient();

        await client.ScheduleNewOrchestrationInstanceAsync("Remind", null, new StartOrchestrationOptions("ana"));
        await clock.RunUntilIdleAsync(start.AddDays(10)); // nothing more to do before: the clock stands on 12 March
        Assert.Equal(["2026-03-09"], host.Services.GetRequiredService<Sent>());

        await clock.RunUntilIdleAsync(start.AddMonths(1));
        Assert.Equal(["2026-03-09", "2026-03-16", "2026-03-23"], host.Services.GetRequiredService<Sent>());
        Assert.True((await client.GetInstanceAsync("ana"))!.IsCompleted);
        await host.StopAsync();
    }

    [Fact]
    public async Task GivenTheReadme_WhenItsExampleIsCompared_ThenItIsThisTest()
    {
        var own = (await File.ReadAllLinesAsync(PathOf("tests/EmbeddedFunctions.Tests/Hosting/ReminderTests.cs"))).Select(line => line.Trim()).ToHashSet();
        var readme = await File.ReadAllTextAsync(PathOf("infra/local/EmbeddedFunctions/README.md"));
        var example = readme.Split("```csharp").Skip(1).Select(block => block.Split("```")[0]).Single(block => block.Contains("RunUntilIdleAsync", StringComparison.Ordinal));

        Assert.All(example.Split('\n').Select(line => line.Trim()), line => Assert.Contains(line, own));
    }

    static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IlnpFunctions.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, file);
    }

    public sealed class Sent : ConcurrentQueue<string>;

    public sealed class Reminders(Sent sent, TimeProvider time)
    {
        [Function("Remind")]
        public static async Task Remind([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (var reminder = 1; reminder <= 3; reminder++)
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                await context.CallActivityAsync("Send");
            }
        }

        [Function("Send")]
        public void Send([ActivityTrigger] FunctionContext context) => sent.Enqueue($"{time.GetUtcNow():yyyy-MM-dd}");
    }
}
