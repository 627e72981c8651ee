using Azure.Data.Tables;
using Azure.Storage.Queues;
using Ilnp.Local.Bench.Cost;
using Ilnp.Local.Running;
using Ilnp.Tests.Storage;
using Ilnp.Usage.Cost;

namespace Ilnp.Tests.Usage;

/// <summary>What <c>bench cost</c> counts, and how it and the report reckon.</summary>
public sealed class CostTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly PriceTable Prices = new(
        "here", "2026-09", "a test", 2, 0.5, 100, 10, TableRequests10000: 10,
        QueueRequests10000: 100, BlobRequests10000: 1000, StoredGigabyteMonth: 3);

    static readonly CohortWork Work = new(
        Applications: 10, Mails: 20, Days: 365.25, new(Turns: 1000, Activities: 200, Others: 100, TableRequests: 5000, BlobRequests: 10),
        BlobBytes: 2_000_000_000);

    static readonly EngineWork Engine = new(Turn: new(3, 2, 0), Activity: new(1, 4, 0), IdleHour: new(10, 20, 0));

    [Fact]
    public void GivenWhatACohortDid_WhenReckoned_ThenEachLineIsCountTimesPrice()
    {
        var lines = Bill.Of(Work, Engine, Prices, memoryGigabytes: 2).Lines
            .ToDictionary(line => line.Unit == "requests" ? line.What : line.Unit);
        Assert.Equal((1300, 0.0026), (lines["executions"].Count, Math.Round(lines["executions"].Dollars, 6)));
        Assert.Equal((2600, 1300), (lines["GB-seconds"].Count, lines["GB-seconds"].Dollars));
        Assert.Equal((24, 72), (Math.Round(lines["GB-months"].Count, 6), Math.Round(lines["GB-months"].Dollars, 6)));
        Assert.Equal((5010, 6), (lines["the app's storage requests"].Count, Math.Round(lines["the app's storage requests"].Dollars, 6)));
        var run = lines["the engine's storage requests, for what it runs"];
        Assert.Equal((6000, Math.Round(3.2 + 28, 6)), (run.Count, Math.Round(run.Dollars, 6)));
        Assert.Equal(24 * 365.25 * 30, lines["the engine's storage requests, if the host never sleeps"].Count, 6);
    }

    [Fact]
    public void GivenAFreePart_WhenReckoned_ThenOnlyWhatIsBeyondItIsPaidAndTheHostThatNeverSleepsPaysMore()
    {
        var bill = Bill.Of(Work, Engine, Prices, memoryGigabytes: 2);
        // Twelve months: 1,200 executions and 120 GB-seconds are free.
        Assert.Equal(72 + 6 + 31.2 + 100 * 2e-6 + 2480 * 0.5, bill.Asleep, 6);
        Assert.Equal(bill.Asleep + bill.Lines[4].Dollars, bill.Awake, 6);
        Assert.Equal(72 + 6 + 31.2 + 0.0026 + 1300, bill.WithoutFreePart, 6);
    }

    [Fact]
    public void GivenAnEngineThatStoresNothing_WhenReckoned_ThenOnlyTheAppIsPaid() =>
        Assert.Equal(
            [0, 0],
            Bill.Of(Work, null, Prices, 2).Lines.Where(line => line.What.StartsWith("the engine's", StringComparison.Ordinal))
                .Select(line => line.Count));

    [Fact]
    public void GivenHistoriesThatAreElsewhere_WhenReckoned_ThenItIsSaidThatTheirPriceIsNotInIt()
    {
        Assert.Contains(
            CostFigures.Of(new(2020, 3, 2), Work, null, Prices).NotCounted,
            line => line.StartsWith("the Durable Task Scheduler", StringComparison.Ordinal));
        Assert.Equal(Bill.NotCounted, CostFigures.Of(new(2020, 3, 2), Work, Engine, Prices).NotCounted);
    }

    [Fact]
    public void GivenWhatTheEngineTakes_WhenRead_ThenItIsMoreThanNothing() =>
        Assert.All(
            [EngineWork.Measured.Turn, EngineWork.Measured.Activity, EngineWork.Measured.IdleHour],
            requests => Assert.True(requests.All > 1));

    [Fact]
    public async Task GivenRequestsToTwoServices_WhenCounted_ThenEachIsCountedAtItsOwn()
    {
        using var counting = new Counting(azurite.ConnectionString);
        var (before, table) = (counting.Requests, new TableClient(azurite.ConnectionString, $"Cost{Guid.NewGuid():N}"));
        await table.CreateAsync();
        for (var row = 0; row < 5; row++) await table.AddEntityAsync(new TableEntity("p", $"{row}"));
        await new QueueClient(azurite.ConnectionString, $"cost-{Guid.NewGuid():N}").CreateAsync();

        // Tests beside this one ask the same storage.
        var counted = counting.Requests - before;
        Assert.True(counted.Table >= 6 && counted.Queue >= 1, $"{counted}");
    }

    [Fact]
    public void GivenTheShippedPrices_WhenRead_ThenTheyHaveADayAndASource()
    {
        var prices = CostCommand.PricesOf(null);
        Assert.Matches("^20[0-9]{2}-[01][0-9]$", prices.AsOf);
        Assert.Contains("azure.microsoft.com/pricing", prices.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("place: here")]
    public void GivenAFileThatIsNoPriceTable_WhenRead_ThenThatIsSaid(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            Assert.Contains(
                "cannot be read", Assert.Throws<LocalProblem>(() => CostCommand.PricesOf(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
