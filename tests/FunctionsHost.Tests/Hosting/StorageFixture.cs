namespace FunctionsHost.Tests.Hosting;

/// <summary>One Azurite in memory for all tests of the host; each host takes a hub of its own in it.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync() => azurite = await StartAsync();

    public async Task DisposeAsync() => await azurite!.DisposeAsync();

    /// <summary>An Azurite in memory.</summary>
    public static Task<AzuriteProcess> StartAsync() => AzuriteProcess.StartAsync(new(null, PackageFolder()));

    static string PackageFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IlnpFunctions.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "infra", "local", "azurite");
    }
}

/// <summary>The tests that share the storage; those of other collections run beside them.</summary>
[CollectionDefinition("host")]
public sealed class HostCollection : ICollectionFixture<StorageFixture>;
