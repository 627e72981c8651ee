using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Storage;

/// <summary>The app's own storage clients, over the wire.</summary>
public sealed class StorageFaultsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Awkward = "Gr\u00fc\u00dfe an O'Neill, 100% & mehr";

    [Theory]
    [InlineData(StorageFault.Busy)]
    [InlineData(StorageFault.ConnectionLost)]
    public async Task GivenStorageThatFailsForAWhile_WhenTheAppAsksIt_ThenItIsTransientAndGoesOnAfterwards(StorageFault fault)
    {
        await using var faults = await StorageFaults.BeforeAsync(azurite.ConnectionString);
        await using var services = Services(faults.ConnectionString);
        var name = $"faults{Guid.NewGuid():N}";
        var table = new RecordTable<string>(services.GetRequiredService<TableServiceClient>(), name);
        var container = services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(name);
        Task Blob() => container.CreateIfNotExistsAsync();

        faults.Fault = fault;
        var thrown = await Task.WhenAll(
            Record.ExceptionAsync(() => table.TryAddAsync("p", Awkward, "first")), Record.ExceptionAsync(Blob));

        Assert.All(thrown, exception => Assert.IsType<TransientFailure>(exception));
        Assert.True(faults.Failed >= 8, "The client's own tries come first.");
        faults.Fault = StorageFault.None;
        Assert.True(await table.TryAddAsync("p", Awkward, "first"));
        Assert.False(await table.TryAddAsync("p", Awkward, "second"));
        await table.PutManyAsync("p", [("a", Awkward), ("b", "x")]);
        Assert.Equal(["first", Awkward, "x"], (await table.ListAsync("p")).Select(record => record.Value));
        await Blob();
        await container.GetBlobClient(Awkward).UploadAsync(BinaryData.FromString(Awkward), overwrite: true);
        Assert.Equal(Awkward, (await container.GetBlobClient(Awkward).DownloadContentAsync()).Value.Content.ToString());
    }

    static ServiceProvider Services(string connectionString) =>
        new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build())
            .BuildServiceProvider();
}
