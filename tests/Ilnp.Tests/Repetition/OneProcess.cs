using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ilnp.Mail.Senders;
using Ilnp.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Repetition;

/// <summary>The app's own registration in one process, without a host: its storage and mail pass a <see cref="CrashPoint"/>.</summary>
sealed class OneProcess : IDisposable
{
    readonly ServiceProvider services;
    readonly IDisposable configuration;

    public OneProcess(string storage, Postbox postbox, StartedHub hub, CrashPoint crash, DateTimeOffset now, WrittenTables written)
    {
        var builder = Ilnp.Program.CreateBuilder(
        [
            "--hostBuilder:reloadConfigOnChange=false", // hundreds of processes would watch more files than a user may
            $"--AzureWebJobsStorage={storage}", "--Web:PublicUrl=https://ilnp.example.org",
            $"--Approvals:SigningKeys:k1={Key(7)}", "--Approvals:CurrentKey=k1", $"--Intake:IdentityKey={Key(8)}",
        ]);
        var (tables, blobs) = (new TableClientOptions(), new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));
        foreach (var options in new Azure.Core.ClientOptions[] { tables, blobs })
        {
            if (options is TableClientOptions) options.AddPolicy(written, Azure.Core.HttpPipelinePosition.PerCall);
            options.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall);
            options.AddPolicy(new StorageOutage(), Azure.Core.HttpPipelinePosition.PerCall);
        }

        configuration = (IDisposable)builder.Configuration; // it watches files
        services = builder.Services
            .AddSingleton<TimeProvider>(new Mail.SetClock { Now = now })
            .AddSingleton(new TableServiceClient(storage, tables))
            .AddSingleton(new BlobServiceClient(storage, blobs))
            .AddSingleton<IMailSender>(new Postbox.Sender(postbox, crash))
            .BuildServiceProvider();
        Hub = hub;
        hub.Asking = crash;
    }

    /// <summary>Outlives processes.</summary>
    public StartedHub Hub { get; }

    public T Get<T>() where T : notnull => ActivatorUtilities.GetServiceOrCreateInstance<T>(services);

    static string Key(byte of) => Convert.ToBase64String([.. Enumerable.Repeat(of, 32)]);

    public void Dispose()
    {
        services.Dispose();
        configuration.Dispose();
    }
}
