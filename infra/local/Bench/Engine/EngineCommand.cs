using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ilnp.Local.Bench.Engine;

/// <summary><c>bench engine</c>: measures the durable engine in process memory, on an Azurite in memory and on one on disk; prints JSON.</summary>
static class EngineCommand
{
    static readonly string[] Storages = ["process", "memory", "disk"];
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var storages = new Option<string[]>("--storage")
        {
            Description = "process (this process's memory), memory (an Azurite that keeps nothing) or disk (an Azurite that does); all three unless given.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => Storages,
        };
        storages.AcceptOnlyFromAmong(Storages);
        var repetitions = new Option<int>("--repetitions") { Description = "Of every workload; of the two long ones at most three.", DefaultValueFactory = _ => 5 };
        var small = new Option<bool>("--small") { Description = "A tenth of every workload, to see that it runs." };
        var command = new Command("engine", "Measures the durable engine: speed beside that of the storage under it, growth, cost of each call, recovery.") { storages, repetitions, small };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sizes = parsed.GetValue(small) ? new EngineSizes(100, 100, 50, 1000, 1000) : new EngineSizes();
            var figures = new Dictionary<string, EngineFigures>();
            foreach (var storage in parsed.GetValue(storages)!)
            {
                await using var place = await BenchStorage.StartAsync(storage, Tell, cancellation);
                figures[storage] = await new EngineBench(place, sizes, Math.Max(1, parsed.GetValue(repetitions)), step => Tell($"{storage}: {step}")).RunAsync(cancellation);
            }

            Console.WriteLine(JsonSerializer.Serialize(new { Machine = Machine.This(), Storages = figures }, Pretty));
        });
        return command;
    }

    static void Tell(string line) => Console.Error.WriteLine(line);
}
