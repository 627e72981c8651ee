using System.CommandLine;
using System.Text.Json;
using EmbeddedFunctions.Azurite;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench;

/// <summary><c>bench engine</c>: measures the durable engine on an Azurite in memory and on one on disk; prints JSON.</summary>
static class EngineCommand
{
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var only = new Option<string?>("--storage") { Description = "memory or disk; both unless given." };
        var small = new Option<bool>("--small") { Description = "A tenth of every workload, to see that it runs." };
        var command = new Command("engine", "Measures the durable engine.") { only, small };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sizes = parsed.GetValue(small) ? new EngineSizes(100, 100, 50, 1000, 1000) : new EngineSizes();
            var figures = new Dictionary<string, EngineFigures>();
            foreach (var storage in parsed.GetValue(only) is { } one ? [one] : new[] { "memory", "disk" })
                figures[storage] = await MeasureAsync(storage, sizes, cancellation);
            Console.WriteLine(JsonSerializer.Serialize(figures, Pretty));
        });
        return command;
    }

    static async Task<EngineFigures> MeasureAsync(string storage, EngineSizes sizes, CancellationToken cancellation)
    {
        var folder = storage == "disk" ? Directory.CreateTempSubdirectory("ilnp-bench-") : null;
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(new(folder?.FullName, ProjectFolder.Azurite), Tell, cancellation);
            return await new EngineBench(azurite, step => Tell($"{storage}: {step}")).RunAsync(sizes, cancellation);
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    static void Tell(string line) => Console.Error.WriteLine(line);
}
