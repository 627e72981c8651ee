using System.Collections.Concurrent;
using Simulation.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsHost.Tests.Hosting;

/// <summary>Months of an app's time in a test.</summary>
[Collection("host")]
public sealed class ReminderTests(StorageFixture storage)
{
    [Fact(Timeout = 60_000)]
    public async Task GivenNoAnswer_WhenAMonthHasPassed_ThenThreeRemindersWereSentAWeekApart()
    {
        var start = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        await using var clock = new SimulatedClock(start);
        await using var host = await HostUnderTest.StartAsync(
            storage, new() { Clock = clock, Configure = builder => builder.Services.AddSingleton<Sent>() }, typeof(Reminders));
        var client = host.Orchestrations;

        await client.ScheduleNewOrchestrationInstanceAsync("Remind", null, new StartOrchestrationOptions("ana"));
        await clock.RunUntilIdleAsync(start.AddDays(10)); // nothing more to do before: the clock stands on 12 March
        Assert.Equal(["2026-03-09"], host.Get<Sent>());

        await clock.RunUntilIdleAsync(start.AddMonths(1));
        Assert.Equal(["2026-03-09", "2026-03-16", "2026-03-23"], host.Get<Sent>());
        Assert.True((await client.GetInstanceAsync("ana"))!.IsCompleted);
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
