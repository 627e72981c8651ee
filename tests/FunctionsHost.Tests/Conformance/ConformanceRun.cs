using System.Reflection;
using System.Runtime.CompilerServices;
using FunctionsHost.Tests.Conformance.Cases;

namespace FunctionsHost.Tests.Conformance;

/// <summary>
/// All cases on one engine: begun when the first is asked for, many at a time, since an engine that polls makes each of
/// them wait for much the same.
/// </summary>
public abstract class ConformanceRun(EngineKind engine) : IAsyncLifetime
{
    const int AtOnce = 12;

    static readonly MethodInfo[] Methods =
    [
        .. typeof(ConformanceRun).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace == $"{typeof(ConformanceRun).Namespace}.Cases")
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)),
    ];

    static readonly Type[] Functions =
        [.. typeof(ConformanceRun).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace == $"{typeof(ConformanceRun).Namespace}.Functions")];

    readonly SimulatedClock clock = At(2020);
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance");
    AzuriteProcess? azurite;
    LocalHost? host;
    readonly Dictionary<string, Task> running = [];

    public static IEnumerable<string> Names => Methods.Select(method => method.Name).Order(StringComparer.Ordinal);

    public Task CaseAsync(string name) => running[name];

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(new(null, AzuriteFolder()));
        var hostJson = Path.Combine(folder.FullName, "host.json");
        await File.WriteAllTextAsync(hostJson, OneWorker.HostJson(visibilitySeconds: 20));
        TimeProvider time = engine == EngineKind.Simulation ? clock : TimeProvider.System;
        host = await OneWorker.StartAsync(Functions, engine, time, azurite.ConnectionString, hostJson);
        clock.Start();
        var stage = new Stage(engine, host.Orchestrations, time, host.Services);
        var turns = new SemaphoreSlim(AtOnce);
        foreach (var method in Methods.OrderBy(IsLast)) running[method.Name] = PlayAsync(method, stage, turns, IsLast(method) ? [.. running.Values] : []);
    }

    /// <summary>One that would disturb others comes after all of them.</summary>
    static bool IsLast(MethodInfo method) => method.DeclaringType == typeof(LastCases);

    static async Task PlayAsync(MethodInfo method, Stage stage, SemaphoreSlim turns, IEnumerable<Task> before)
    {
        await Task.WhenAll(before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // each tells its own failure
        await turns.WaitAsync();
        try
        {
            await Task.Run(() => (Task)method.Invoke(null, [stage])!);
        }
        finally
        {
            turns.Release();
        }
    }

    public async Task DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        await clock.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    static SimulatedClock At(int year) => new(new(year, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public static string AzuriteFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../infra/local/azurite"));
}

public sealed class SimulationRun() : ConformanceRun(EngineKind.Simulation);

public sealed class AzureStorageRun() : ConformanceRun(EngineKind.AzureStorage);
