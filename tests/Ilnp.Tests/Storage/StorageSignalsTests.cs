using System.Diagnostics.Metrics;
using Azure.Data.Tables;
using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Storage;

public sealed class StorageSignalsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/Mails(PartitionKey='c',RowKey='prompt%7C1%7CP1')", "Mails")]
    [InlineData("https://ilnp.table.core.windows.net/People()?$filter=x", "People")]
    [InlineData("https://ilnp.table.core.windows.net/$batch", "$batch")]
    [InlineData("https://ilnp.blob.core.windows.net/intake-raw/c/A1", "intake-raw")]
    [InlineData("https://ilnp.blob.core.windows.net/", "")]
    public void GivenAnAddress_WhenItIsTraced_ThenOnlyItsTableOrContainerIsTold(string address, string place) =>
        Assert.Equal(place, StorageSignals.PlaceOf(new(address)));

    [Fact]
    public async Task GivenStorageThatIsBusy_WhenAsked_ThenEachRequestItWasTooBusyForIsCounted()
    {
        await using var faults = await StorageFaults.BeforeAsync(azurite.ConnectionString);
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var counted = new CountedBusy(meters);
        var options = new TableClientOptions { Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(new StorageOutage(), Azure.Core.HttpPipelinePosition.PerCall);
        options.AddPolicy(new StorageSignals("table", meters), Azure.Core.HttpPipelinePosition.PerRetry);
        faults.Fault = StorageFault.Busy;
        await Assert.ThrowsAsync<TransientFailure>(() =>
            new TableServiceClient(faults.ConnectionString, options).CreateTableIfNotExistsAsync("Busy"));

        Assert.Equal(3, counted.Count);
    }

    sealed class CountedBusy : IDisposable
    {
        readonly MeterListener listener = new();

        public CountedBusy(IMeterFactory meters)
        {
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name == "ilnp.storage.throttled") to.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, count, _, _) => Count += count);
            listener.Start();
        }

        public long Count { get; private set; }

        public void Dispose() => listener.Dispose();
    }
}
