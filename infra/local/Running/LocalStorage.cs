using Azure.Storage.Blobs;
using FunctionsHost.Azurite;

namespace Ilnp.Local.Running;

/// <summary>The storage of a local run.</summary>
/// <param name="ConnectionString">For the app.</param>
/// <param name="Lost">Completes with a sentence when it is gone for good.</param>
/// <param name="Ends">What ends with the run.</param>
sealed record LocalStorage(string ConnectionString, Task<string> Lost, IAsyncDisposable Ends)
{
    /// <summary>Storage that somebody else looks after.</summary>
    public static LocalStorage Given(string connectionString, IAsyncDisposable ends) =>
        new(connectionString, new TaskCompletionSource<string>().Task, ends);

    /// <summary>An Azurite of the run's own, or the account that the environment names.</summary>
    public static async Task<LocalStorage> StartAsync(LocalRun run, Action<string> tell, CancellationToken cancellation)
    {
        if (run.Storage is { } account) return Given(account, new AccountWatch(account, tell));
        var data = run.IsKept ? run.Folder.Azurite : null;
        var options = new AzuriteOptions(data, ProjectFolder.Azurite) { KeepsEveryChange = run.IsReal };
        var azurite = await KeptAzurite.StartAsync(options, tell, cancellation);
        return new(azurite.ConnectionString, azurite.Lost, azurite);
    }

    /// <summary>Of a connection string that the app has accepted.</summary>
    public static StorageProbe Probe(string connectionString) => new(new Uri(new BlobServiceClient(connectionString).Uri, "/"));
}
