using System.Collections.Concurrent;
using EmbeddedFunctions.Hosting;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Tests.Hosting;

/// <summary>A host on a free port with the functions of the given types, and a client for it.</summary>
public sealed class HostUnderTest : IAsyncDisposable, ILoggerProvider
{
    /// <summary>The settings a host needs, with a hub that no other test has.</summary>
    public static FunctionsApplicationBuilder Builder(StorageFixture storage, string? hostJson = null, string? hub = null)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("host").FullName, "host.json");
        File.WriteAllText(file, hostJson ?? HostJson(hub ?? NewHub()));
        var builder = FunctionsApplication.CreateBuilder([]).ConfigureFunctionsWebApplication();
        builder.Configuration[EmbeddedHostSettings.Storage] = storage.ConnectionString;
        builder.Configuration[EmbeddedHostSettings.Urls] = "http://127.0.0.1:0";
        builder.Configuration[EmbeddedHostSettings.HostJson] = file;
        return builder;
    }

    public static string HostJson(string hub) =>
        """{"version":"2.0","extensions":{"http":{"routePrefix":""},"durableTask":{"hubName":"HUB"}}}""".Replace("HUB", hub, StringComparison.Ordinal);

    public static string NewHub() => $"T{Guid.NewGuid():N}";

    public static async Task<HostUnderTest> StartAsync(FunctionsApplicationBuilder builder, params Type[] functions)
    {
        var under = new HostUnderTest();
        builder.Logging.ClearProviders().AddProvider(under);
        under.host = builder.ServeOnly(functions).Build();
        await under.host.StartAsync();
        under.Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = under.host.Address() };
        return under;
    }

    IHost? host;

    public IHost Host => host!;

    public HttpClient Client { get; private set; } = new();

    /// <summary>Category, level and text of everything logged.</summary>
    public ConcurrentQueue<(string Category, LogLevel Level, string Text)> Logs { get; } = [];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.StopAsync();
        Host.Dispose();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Recorder(this, categoryName);

    void IDisposable.Dispose()
    {
    }

    sealed class Recorder(HostUnderTest host, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            host.Logs.Enqueue((category, logLevel, formatter(state, exception) + exception));
    }
}
