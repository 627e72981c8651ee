using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class ReplayTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenEveryStepIsReplayed_WhenLogging_ThenEachLineIsWrittenOnce()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Logs", async context =>
            {
                var log = context.CreateReplaySafeLogger("Cohort");
                log.LogInformation("start");
                for (var i = 0; i < 5; i++)
                {
                    await context.CallActivityAsync("Nothing");
                    log.LogInformation("line {Number}", i);
                }
            })
            .AddActivityFunc("Nothing", _ => { }), options => options.ReplayEveryStep = true);

        await host.Client.RunAsync("Logs");

        Assert.Equal(["start", "line 0", "line 1", "line 2", "line 3", "line 4"],
            hub.Logs.Lines.Where(line => line == "start" || line.StartsWith("line ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenEveryStepIsReplayed_WhenCodeAsksIsReplaying_ThenItIsFalseExactlyOncePerLine()
    {
        var first = new List<string>();
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Asks", async context =>
            {
                for (var i = 0; i < 5; i++)
                {
                    Note($"before {i}");
                    await context.CallActivityAsync("Nothing");
                    Note($"after {i}");
                }

                void Note(string line)
                {
                    if (!context.IsReplaying) first.Add(line);
                }
            })
            .AddActivityFunc("Nothing", _ => { }), options => options.ReplayEveryStep = true);

        await host.Client.RunAsync("Asks");

        Assert.Equal(Enumerable.Range(0, 5).SelectMany(i => new[] { $"before {i}", $"after {i}" }), first);
    }

    [Fact]
    public async Task GivenEveryStepIsReplayed_WhenGuidsAndTimesAreMade_ThenTheyStayTheSame()
    {
        var seen = new List<string>();
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Stable", async context =>
            {
                for (var i = 0; i < 4; i++)
                {
                    seen.Add($"{i} {context.NewGuid()} {context.CurrentUtcDateTime:O}");
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                }
            }), options => options.ReplayEveryStep = true);
        hub.Clock.Start();

        await host.Client.RunAsync("Stable");

        Assert.Equal(4, seen.Distinct().Count());
        Assert.Equal(4 + 3 + 2 + 1 + 4, seen.Count);
    }

    [Theory]
    [InlineData("Renamed", "call 1, activity 'Second'", "call 1, activity 'Other'")]
    [InlineData("Reordered", "call 0, activity 'First'", "call 0, a timer")]
    [InlineData("Shortened", "call 1, activity 'Second'", "no further call")]
    [InlineData("Lengthened", "no further call", "call 2, activity 'Other'")]
    public async Task GivenChangedCode_WhenReplayed_ThenTheErrorNamesBothCalls(string change, string expected, string actual)
    {
        var changed = false;
        async Task Run(TaskOrchestrationContext context)
        {
            if (changed && change == "Reordered") await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            await context.CallActivityAsync("First");
            var calls = new List<Task>();
            if (!(changed && change == "Shortened")) calls.Add(context.CallActivityAsync(changed && change == "Renamed" ? "Other" : "Second"));
            if (changed && change == "Lengthened") calls.Add(context.CallActivityAsync("Other"));
            await Task.WhenAll(calls);
            await context.WaitForExternalEvent<bool>("Go");
        }

        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Cohort", Run)
            .AddActivityFunc("First", _ => { })
            .AddActivityFunc("Second", _ => { })
            .AddActivityFunc("Other", _ => { }), options => options.ReplayEveryStep = true);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Cohort");
        await (await host.Engine.DispatcherAsync(CancellationToken.None)).Work.IdleAsync();
        changed = true;
        await host.Client.RaiseEventAsync(id, "Go", true);

        var failure = (await host.Client.EndAsync(id)).FailureDetails!;

        Assert.Equal("EmbeddedFunctions.Engine.Orchestrations.NonDeterministicOrchestrationException", failure.ErrorType);
        foreach (var part in new[] { "'Cohort'", id, expected, actual }) Assert.Contains(part, failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Delay")]
    [InlineData("Run")]
    [InlineData("Yield")]
    [InlineData("ConfigureAwait")]
    public async Task GivenAForeignAwait_WhenItLeavesTheEnginesControl_ThenTheInstanceFailsAndSaysWhy(string kind)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Stray", async context =>
            {
                if (kind == "Delay") await Task.Delay(1);
                if (kind == "Run") await Task.Run(() => Thread.Yield());
                if (kind == "Yield") await Task.Yield(); // stays on the orchestrator's thread
                if (kind == "ConfigureAwait") await context.CallActivityAsync("Nothing").ConfigureAwait(false);
                await context.CallActivityAsync("Nothing");
                return "went well";
            })
            .AddActivityFunc("Nothing", _ => { }));

        var end = await host.Client.RunAsync("Stray");

        if (kind == "Yield") Assert.Equal("went well", end.ReadOutputAs<string>());
        else Assert.Contains("put it into an activity", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
