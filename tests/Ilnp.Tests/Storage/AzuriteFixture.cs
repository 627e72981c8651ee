using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsHost.Azurite;

namespace Ilnp.Tests.Storage;

/// <summary>One Azurite in memory for all tests that store; they keep apart by cohort ids of their own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public TableServiceClient Tables => new(ConnectionString);

    public BlobServiceClient Blobs => new(ConnectionString, new(BlobClientOptions.ServiceVersion.V2026_06_06));

    public async Task InitializeAsync() =>
        azurite = await AzuriteProcess.StartAsync(new(DataFolder: null, Path.Combine(Repository(), "infra", "local", "azurite")));

    public async Task DisposeAsync() => await azurite!.DisposeAsync();

    static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IlnpFunctions.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

/// <summary>Tests that store: <c>[Collection(AzuriteTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
