using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Storage;

/// <summary>
/// The storage clients: by connection string in <c>AzureWebJobsStorage</c> (local), or by the app's identity for the
/// account named in <c>AzureWebJobsStorage:accountName</c> (Azure).
/// </summary>
public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration["AzureWebJobsStorage"];
        var account = configuration["AzureWebJobsStorage:accountName"];
        services.AddOptions<StorageTries>();
        services.AddMetrics();
        services.AddSingleton<TransactionCount>();
        services.AddSingleton(provider =>
            new HttpClientTransport(new StorageReach(Network(), provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton(provider => Tables(connection, account, provider));
        services.AddSingleton(provider => Blobs(connection, account, provider));
        return services;
    }

    static TableServiceClient Tables(string? connection, string? account, IServiceProvider services)
    {
        var options = Watched("table", new TableClientOptions(), services);
        return string.IsNullOrEmpty(connection)
            ? new(new Uri($"https://{Required(account)}.table.core.windows.net"), new DefaultAzureCredential(), options)
            : new(connection, options);
    }

    static BlobServiceClient Blobs(string? connection, string? account, IServiceProvider services)
    {
        // The last service version that Azurite 3.37 knows.
        var options = Watched("blob", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06), services);
        return string.IsNullOrEmpty(connection)
            ? new(new Uri($"https://{Required(account)}.blob.core.windows.net"), new DefaultAzureCredential(), options)
            : new(connection, options);
    }

    static string Required(string? account) => !string.IsNullOrEmpty(account) ? account
        : throw new InvalidOperationException(
            "Storage is not configured: set AzureWebJobsStorage (a connection string) or AzureWebJobsStorage__accountName.");

    /// <summary>As the storage clients' own, which cannot be had to put something before it.</summary>
    static SocketsHttpHandler Network() =>
        new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    static TOptions Watched<TOptions>(string store, TOptions options, IServiceProvider services) where TOptions : ClientOptions
    {
        var tries = services.GetRequiredService<IOptions<StorageTries>>().Value;
        if (services.GetRequiredService<TimeProvider>() == TimeProvider.System) // on simulated time nobody waits
            options.Transport = services.GetRequiredService<HttpClientTransport>();
        options.Retry.MaxRetries = tries.More;
        options.Retry.Delay = tries.FirstWait;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        options.AddPolicy(new StorageOutage(), HttpPipelinePosition.PerCall);
        options.AddPolicy(services.GetRequiredService<TransactionCount>().Of(store), HttpPipelinePosition.PerRetry);
        options.AddPolicy(new StorageSignals(store, services.GetRequiredService<IMeterFactory>()), HttpPipelinePosition.PerRetry);
        return options;
    }
}
