using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;

namespace FunctionsHost.Tests.Hosting;

/// <summary>How a test's host differs from the plain one.</summary>
public sealed record HostSetup
{
    /// <summary>The task hub, which <see cref="HostJson"/> names by the setting Hub; no other test has it.</summary>
    public string Hub { get; init; } = $"T{Guid.NewGuid():N}";

    public string HostJson { get; init; } =
        """{"version":"2.0","extensions":{"http":{"routePrefix":""},"durableTask":{"hubName":"%Hub%"}}}""";

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public EngineKind Engine { get; init; } = EngineKind.Simulation;

    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>Of the app's Program: false leaves out <c>ConfigureFunctionsWebApplication()</c>.</summary>
    public bool IsWebApp { get; init; } = true;
}

/// <summary>A host on a free port with the functions of the given types, and a client for it.</summary>
public sealed class HostUnderTest : IAsyncDisposable
{
    HostUnderTest(LocalHost host, string hub, RecordedLogs logs)
    {
        (Host, Hub, Logs) = (host, hub, logs.Lines);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = host.Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public LocalHost Host { get; }

    public string Hub { get; }

    public HttpClient Client { get; }

    public DurableTaskClient Orchestrations => Host.Orchestrations;

    /// <summary>Everything logged by host and worker.</summary>
    public ConcurrentQueue<LogLine> Logs { get; }

    public static Task<HostUnderTest> StartAsync(StorageFixture storage, HostSetup setup, params Type[] functions) =>
        StartAsync(storage.ConnectionString, setup, functions);

    public static async Task<HostUnderTest> StartAsync(string storage, HostSetup setup, params Type[] functions)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("host").FullName, "host.json");
        await File.WriteAllTextAsync(file, setup.HostJson);
        var logs = new RecordedLogs();
        var options = new LocalHostOptions
        {
            Clock = setup.Clock,
            Engine = setup.Engine,
            Logging = logging => logging.AddProvider(logs),
            Settings = Over(
                new()
                {
                    [HostSettings.Storage] = storage,
                    [HostSettings.Urls] = "http://127.0.0.1:0",
                    [HostSettings.HostJson] = file,
                    ["Hub"] = setup.Hub,
                },
                setup.Settings),
        };
        var app = new FunctionsApp.InProcess(Assembly.GetExecutingAssembly(), arguments => CreateBuilder(arguments, setup.IsWebApp))
        {
            Configure = setup.Configure,
            Types = functions,
        };
        return new(await LocalHost.StartAsync(app, options).WaitAsync(TimeSpan.FromSeconds(60)), setup.Hub, logs);
    }

    /// <summary>The start that has to fail: its message.</summary>
    public static async Task<string> FailToStartAsync(StorageFixture storage, HostSetup setup, params Type[] functions) =>
        (await Assert.ThrowsAsync<FunctionsHostStartException>(() => StartAsync(storage, setup, functions))).Message;

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Of the management API, with its key.</summary>
    public string Management(string path, string query = "") => $"/runtime/webhooks/durabletask{path}?code={Host.Keys.DurableTask}&{query}";

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();

        await Host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>As a Program's; the durable extension is added by hand since no code was generated for these functions.</summary>
    static FunctionsApplicationBuilder CreateBuilder(string[] arguments, bool isWebApp)
    {
        var builder = FunctionsApplication.CreateBuilder(arguments);
        if (isWebApp) builder.ConfigureFunctionsWebApplication();
        new DurableTaskExtensionStartup().Configure(builder);
        return builder;
    }

    static Dictionary<string, string?> Over(Dictionary<string, string?> usual, IReadOnlyDictionary<string, string?> given)
    {
        foreach (var (name, value) in given) usual[name] = value;
        return usual;
    }
}
