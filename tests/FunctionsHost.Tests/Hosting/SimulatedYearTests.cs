using System.Collections.Concurrent;
using Simulation.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsHost.Tests.Hosting;

/// <summary>The whole host on simulated time: months of orchestration timers and schedules in seconds.</summary>
[Collection("host")]
public sealed class SimulatedYearTests(StorageFixture storage)
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 60_000)]
    public async Task GivenAMonthlyOrchestrationAndASchedule_WhenFourMonthsPass_ThenBothRanAtTheirTimes()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, new HostSetup().Hub);

        using (var started = await host.Client.PostAsync("/start/4", null)) Assert.Equal(200, (int)started.StatusCode);
        await clock.RunUntilIdleAsync(Start.AddMonths(5));

        var diary = host.Get<Diary>();
        Assert.Equal(
            ["month 1 on 2026-02-05 08:00", "month 2 on 2026-03-05 08:00", "month 3 on 2026-04-05 08:00", "month 4 on 2026-05-05 08:00"],
            diary.Of("month"));
        Assert.Equal(
            ["week on 2026-01-12 07:30", "week on 2026-01-19 07:30"],
            diary.Of("week").Take(2));
        Assert.Equal(21, diary.Of("week").Count());
        Assert.Equal("Completed", await host.Client.GetStringAsync("/status"));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAHostThatIsDownForWeeks_WhenItStartsAgain_ThenTheMissedScheduleRunsOncePastDue()
    {
        var hub = new HostSetup().Hub;
        await using (var clock = new SimulatedClock(Start))
        {
            await using var host = await StartAsync(clock, hub);
            await clock.RunUntilIdleAsync(Start.AddDays(10));
            Assert.Equal(["week on 2026-01-12 07:30"], host.Get<Diary>().Of("week"));
        }

        await using var later = new SimulatedClock(Start.AddDays(60));
        await using var again = await StartAsync(later, hub);
        await later.RunUntilIdleAsync(Start.AddDays(62));

        var diary = again.Get<Diary>();
        Assert.Equal(["week, past due, on 2026-03-06 08:00"], diary.Of("week"));
        await later.RunUntilIdleAsync(Start.AddDays(64));
        Assert.Equal("week on 2026-03-09 07:30", diary.Of("week").Last());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAClockThatJumps_WhenARequestIsUnderWay_ThenTimeStandsStillForIt()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, new HostSetup().Hub);
        var request = host.Client.GetStringAsync("/lingers");
        await Lingering.Begun.Task;

        clock.Start();
        Assert.NotEqual(0, clock.Holds);
        Lingering.LetGo.SetResult();

        Assert.Equal("2026-01-05 08:00 to 2026-01-05 08:00", await request);
    }

    Task<HostUnderTest> StartAsync(SimulatedClock clock, string hub)
    {
        var setup = new HostSetup
        {
            Clock = clock,
            Hub = hub,
            Settings = new Dictionary<string, string?> { ["Weekly"] = "0 30 7 * * MON" },
            Configure = builder => builder.Services.AddSingleton<Diary>(),
        };
        return HostUnderTest.StartAsync(storage, setup, typeof(Functions), typeof(Starter), typeof(Lingering));
    }

    public sealed class Diary(TimeProvider time)
    {
        readonly ConcurrentQueue<string> entries = [];

        public void Write(string what) => entries.Enqueue($"{what} on {time.GetUtcNow():yyyy-MM-dd HH:mm}");

        public IEnumerable<string> Of(string what) => entries.Where(entry => entry.StartsWith(what, StringComparison.Ordinal));
    }

    public sealed record Plan(DateTime From, int Months);

    public sealed class Functions(Diary diary)
    {
        [Function(nameof(Programme))]
        public static async Task Programme([OrchestrationTrigger] TaskOrchestrationContext context, Plan plan)
        {
            for (var month = 1; month <= plan.Months; month++)
            {
                await context.CreateTimer(plan.From.AddMonths(month), CancellationToken.None);
                await context.CallActivityAsync(nameof(SendPrompt), month);
            }
        }

        [Function(nameof(SendPrompt))]
        public void SendPrompt([ActivityTrigger] int month, FunctionContext context, CancellationToken cancellation) => diary.Write($"month {month}");

        [Function(nameof(Weekly))]
        public Task Weekly([TimerTrigger("%Weekly%")] TimerInfo timer)
        {
            diary.Write(timer.IsPastDue ? "week, past due," : "week");
            return Task.CompletedTask;
        }
    }

    public sealed class Lingering(TimeProvider time)
    {
        public static readonly TaskCompletionSource Begun = new();
        public static readonly TaskCompletionSource LetGo = new();

        [Function("Lingers")]
        public async Task<IActionResult> Lingers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lingers")] HttpRequest request)
        {
            var from = time.GetUtcNow();
            Begun.SetResult();
            await LetGo.Task;
            return new ContentResult { Content = $"{from:yyyy-MM-dd HH:mm} to {time.GetUtcNow():yyyy-MM-dd HH:mm}" };
        }
    }

    public sealed class Starter
    {
        [Function("Start")]
        public async Task<IActionResult> StartProgramme(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "start/{months:int}")] HttpRequest request, int months, [DurableClient] DurableTaskClient client) =>
            new OkObjectResult(await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Functions.Programme), new Plan(Start.UtcDateTime, months), new StartOrchestrationOptions("programme")));

        [Function("Status")]
        public async Task<IActionResult> Status([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "status")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
            new ContentResult { Content = (await client.GetInstanceAsync("programme"))?.RuntimeStatus.ToString() };
    }
}
