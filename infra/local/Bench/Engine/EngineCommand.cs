using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FunctionsHost;
using FunctionsHost.Azurite;
using FunctionsHost.Settings;
using Ilnp.Local.Running;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace Ilnp.Local.Bench.Engine;

/// <summary>
/// <c>bench engine</c>: the simulation beside the engine that Azure runs, over an Azurite in memory, in one run; prints JSON.
/// </summary>
static class EngineCommand
{
    static readonly Option<int> Repetitions = new("--repetitions")
    {
        Description = "Of every workload; the medians are told.",
        DefaultValueFactory = _ => 3,
    };
    static readonly Option<bool> Small = new("--small") { Description = "A tenth of every workload, to see that it runs." };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var command = new Command("engine", "Measures the engines of orchestrations: speed, and growth with history and number.")
        {
            Repetitions,
            Small,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var azurite = await AzuriteProcess.StartAsync(
                new(null, ProjectFolder.Azurite), Console.Error.WriteLine, cancellation);
            var figures = new Dictionary<string, EngineFigures>();
            foreach (var (engine, sizes) in new[]
            {
                (EngineKind.Simulation, EngineSizes.Simulation),
                (EngineKind.AzureStorage, EngineSizes.AzureStorage),
            })
            {
                await using var host = await StartAsync(engine, azurite.ConnectionString, cancellation);
                var bench = new EngineBench(
                    host.Orchestrations, parsed.GetValue(Small) ? sizes.Tenth() : sizes, Math.Max(1, parsed.GetValue(Repetitions)),
                    step => Console.Error.WriteLine($"{engine}: {step}"), cancellation);
                figures[engine.ToString()] = await bench.RunAsync();
            }

            Console.WriteLine(JsonSerializer.Serialize(new { Processors = Environment.ProcessorCount, Engines = figures }, Pretty));
        });
        return command;
    }

    public static Task<LocalHost> StartAsync(EngineKind engine, string storage, CancellationToken cancellation) => LocalHost.StartAsync(
        new FunctionsApp.InProcess(typeof(EngineCommand).Assembly, Builder) { Types = [typeof(EngineFunctions)] },
        new()
        {
            Engine = engine,
            Clock = engine == EngineKind.Simulation ? new SimulatedClock(DateTimeOffset.UnixEpoch) : TimeProvider.System,
            Settings = new Dictionary<string, string?> { [HostSettings.Storage] = storage, [HostSettings.Urls] = "http://127.0.0.1:0" },
            Logging = logging => logging.ClearProviders(),
        },
        cancellation);

    /// <summary>An app without a build of its own: what the build would generate is called here.</summary>
    static FunctionsApplicationBuilder Builder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        new DurableTaskExtensionStartup().Configure(builder);
        return builder;
    }
}
