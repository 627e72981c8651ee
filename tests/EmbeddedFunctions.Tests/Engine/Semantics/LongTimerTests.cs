using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Timers of months, over starts of the engine.</summary>
public sealed class LongTimerTests
{
    readonly TestHub hub = new();

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task GivenTimersOfMonths_WhenTheEngineIsStartedAgainBetween_ThenEachFiresOnItsDay(int? longestDays)
    {
        async Task<List<DateTime>> Run(TaskOrchestrationContext context)
        {
            var days = new List<DateTime>();
            await Task.WhenAll(new[] { 120, 30, 400 }.Select(async days1 =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(days1), CancellationToken.None);
                days.Add(context.CurrentUtcDateTime);
            }));
            return days;
        }

        Task<EmbeddedFunctions.Engine.DurableTaskTestHost> StartAsync() => hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Months", Run), options => options.MaximumTimerInterval = longestDays * TimeSpan.FromDays(1));

        var start = hub.Clock.GetUtcNow();
        string id;
        await using (var first = await StartAsync())
        {
            id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Months");
            await hub.Clock.RunUntilIdleAsync(start.AddDays(50));
        }

        await using (await StartAsync()) await hub.Clock.RunUntilIdleAsync(start.AddDays(200));
        await using var last = await StartAsync();
        hub.Clock.Start();

        var days = (await last.Client.EndAsync(id)).ReadOutputAs<List<DateTime>>()!;

        Assert.Equal([30, 120, 400], days.Select(day => (day - start.UtcDateTime).TotalDays));
    }
}
