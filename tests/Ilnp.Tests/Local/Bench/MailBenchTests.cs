using Ilnp.Local.Bench.Mails;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Local.Bench;

public sealed class MailBenchTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task GivenSomeMails_WhenMeasured_ThenEachIsSentOnceByTwoRoundTrips()
    {
        const int Mails = 450;
        await using var sendGrid = await StandInSendGrid.StartAsync(TimeSpan.Zero, default);
        await using var bench = new MailBench(azurite.ConnectionString, sendGrid);

        var figures = await bench.MeasureAsync(Mails, atOnce: 16, default);

        Assert.True(figures.IsWhole, $"{figures}");
        Assert.Equal((9, Mails), (figures.Languages, sendGrid.Requests));
        Assert.InRange(figures.Templates, 30, 100);
        Assert.InRange(figures.RoundTripsPerMail, 2, 2.05);
        Assert.InRange(figures.LargestBytes, 1000, 100_000);
    }
}
