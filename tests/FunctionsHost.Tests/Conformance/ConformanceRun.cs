using System.Reflection;
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

    readonly SimulatedClock clock = Begin();
    AzuriteProcess? azurite;
    HostUnderTest? host;
    readonly Dictionary<string, Task> running = [];

    public static IEnumerable<string> Names => Methods.Select(method => method.Name).Order(StringComparer.Ordinal);

    public Task CaseAsync(string name) => running[name];

    public async Task InitializeAsync()
    {
        azurite = await StorageFixture.StartAsync();
        TimeProvider time = engine == EngineKind.Simulation ? clock : TimeProvider.System;
        var setup = new HostSetup { Engine = engine, Clock = time, HostJson = QuickEngine.HostJson(visibilitySeconds: 20) };
        host = await HostUnderTest.StartAsync(azurite.ConnectionString, setup, Functions);
        clock.Start();
        var stage = new Stage(engine, host.Orchestrations, time, host.Host.Services);
        var turns = new SemaphoreSlim(AtOnce);
        foreach (var method in Methods.OrderBy(IsLast))
            running[method.Name] = PlayAsync(method, stage, turns, IsLast(method) ? [.. running.Values] : []);
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
    }

    static SimulatedClock Begin() => new(new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero));
}

public sealed class SimulationRun() : ConformanceRun(EngineKind.Simulation);

public sealed class AzureStorageRun() : ConformanceRun(EngineKind.AzureStorage);
