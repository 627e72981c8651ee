using Azure.Core;
using Azure.Data.Tables;
using Ilnp.Storage;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Storage;
using Ilnp.Usage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ilnp.Tests.Usage;

/// <summary>What is written down of a day, when, and by several processes.</summary>
public sealed class UsageLedgerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static int year = 2031;

    readonly TransactionCount requests = new();
    readonly SetClock clock = new() { Now = new(Interlocked.Increment(ref year), 6, 1, 9, 0, 0, TimeSpan.Zero) };

    DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime);

    [Fact]
    public async Task GivenALittle_WhenSixHoursHavePassed_ThenItIsWrittenDownOnce()
    {
        var (count, ledger) = Process();
        Run(count, "activityTrigger", 3);
        await ledger.KeepAsync(default);
        Assert.Null((await TodayAsync(ledger)).From);

        clock.Now += TimeSpan.FromHours(6);
        await ledger.KeepAsync(default);
        var sent = requests.Sent;
        await ledger.KeepAsync(default);

        Assert.Equal((Today, 3), ((await TodayAsync(ledger)).From, (await TodayAsync(ledger)).Used.Activities));
        Assert.Equal(2, requests.Sent - sent); // the two questions above
    }

    [Fact]
    public async Task GivenTwoHundredFunctions_WhenTheyHaveRun_ThenTheyAreWrittenDownWithoutWaiting()
    {
        var (count, ledger) = Process();
        Run(count, "activityTrigger", 120);
        Run(count, "orchestrationTrigger", 60);
        Run(count, "httpTrigger", 19);
        await ledger.KeepAsync(default);
        Assert.Equal(0, (await TodayAsync(ledger)).Used.Executions);
        Run(count, "timerTrigger", 1);
        await ledger.KeepAsync(default);

        var used = (await TodayAsync(ledger)).Used;
        Assert.Equal((60, 120, 20), (used.Turns, used.Activities, used.Others));
    }

    [Fact]
    public async Task GivenTwoProcessesOverMidnight_WhenTheyWrite_ThenEachDayHasBothAndNothingCountsTwice()
    {
        var (one, other) = (Process(), Process());
        var first = Today;
        Run(one.Count, "activityTrigger", 10);
        Run(other.Count, "activityTrigger", 5);
        clock.Now += TimeSpan.FromDays(1);
        await one.Ledger.KeepAsync(default);
        await other.Ledger.KeepAsync(default);
        Run(one.Count, "activityTrigger", 200);
        await one.Ledger.KeepAsync(default);
        Run(one.Count, "activityTrigger", 200);
        await one.Ledger.KeepAsync(default);

        Assert.Equal(15, (await one.Ledger.BetweenAsync(first, first, default)).Used.Activities);
        Assert.Equal(400, (await one.Ledger.BetweenAsync(Today, Today, default)).Used.Activities);
        Assert.Equal(
            (first, 415),
            (
                (await other.Ledger.BetweenAsync(first.AddDays(-30), Today, default)).From,
                (await other.Ledger.BetweenAsync(first, Today, default)).Used.Activities));
    }

    [Fact]
    public async Task GivenAProcessThatEnds_WhenItStops_ThenWhatItDidIsThere()
    {
        var (count, ledger) = Process();
        Run(count, "timerTrigger", 2);
        await ((IHostedService)ledger).StopAsync(default);
        Assert.Equal(2, (await TodayAsync(ledger)).Used.Others);
    }

    [Fact]
    public async Task GivenStorageThatFails_WhenItIsToBeWritten_ThenTheAppGoesOnAndTheNextTimeHasAll()
    {
        await using var faults = await StorageFaults.BeforeAsync(azurite.ConnectionString);
        var (count, ledger) = Process(faults.ConnectionString);
        Run(count, "activityTrigger", 200);
        faults.Fault = StorageFault.Busy;
        await ledger.KeepAsync(default);
        Assert.True(faults.Failed > 0);

        faults.Fault = StorageFault.AnswerLost;
        await ledger.KeepAsync(default);
        faults.Fault = StorageFault.None;
        await ledger.KeepAsync(default);
        Assert.Equal(200, (await TodayAsync(ledger)).Used.Activities);
    }

    [Fact]
    public async Task GivenDays_WhenTheyAreOfNoUse_ThenTheyGoAndTheOthersStay()
    {
        for (var day = 0; day < 4; day++, clock.Now += TimeSpan.FromDays(1))
        {
            var (count, process) = Process();
            Run(count, "activityTrigger", 1);
            await ((IHostedService)process).StopAsync(default);
        }

        var (begin, until, ledger) = (Today.AddDays(-4), Today, Process().Ledger);
        await ledger.PurgeAsync(begin.AddDays(2), most: 100_000, default);
        Assert.Equal(
            (begin.AddDays(2), 2),
            ((await ledger.BetweenAsync(begin, until, default)).From, (await ledger.BetweenAsync(begin, until, default)).Used.Activities));
    }

    Task<UsedDays> TodayAsync(UsageLedger ledger) => ledger.BetweenAsync(Today, Today, default);

    (UsageCount Count, UsageLedger Ledger) Process(string? connection = null)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new StorageOutage(), HttpPipelinePosition.PerCall);
        options.AddPolicy(requests.Of("table"), HttpPipelinePosition.PerRetry);
        var count = new UsageCount(new TransactionCount());
        return (
            count,
            new(new TableServiceClient(connection ?? azurite.ConnectionString, options), count, clock, NullLogger<UsageLedger>.Instance));
    }

    static void Run(UsageCount count, string trigger, int times)
    {
        for (var time = 0; time < times; time++) count.Executed(trigger);
    }
}
