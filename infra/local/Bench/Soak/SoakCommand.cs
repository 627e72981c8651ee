using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench.Soak;

/// <summary>
/// <c>bench soak</c>: years of small cohorts on one app, whose people come again; prints JSON, and fails when something grows or stays.
/// </summary>
static class SoakCommand
{
    static readonly Option<int> Years = new("--years") { Description = "Of two cohorts each.", DefaultValueFactory = _ => 5 };
    static readonly Option<int> People = new("--people") { Description = "Who apply to each.", DefaultValueFactory = _ => 60 };
    static readonly Option<int> Seed = new("--seed") { Description = "Of the crowd's behaviour.", DefaultValueFactory = _ => 2020 };
    static readonly Option<int> Port = new("--port") { Description = "The port of pages and webhooks.", DefaultValueFactory = _ => 7071 };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var command = new Command(
            "soak", "Plays two cohorts a year for years, on simulated time: memory, cost of each, and what is left of them.")
        {
            Years, People, Seed, Port,
        };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () =>
                RunAsync(new(parsed.GetValue(Years), parsed.GetValue(People), parsed.GetValue(Seed)), parsed.GetValue(Port), cancellation),
            cancellation));
        return command;
    }

    static async Task<int> RunAsync(SoakPlan plan, int port, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        var figures = await new SoakBench(plan, port, Console.Error.WriteLine).RunAsync(cancellation);
        Console.WriteLine(JsonSerializer.Serialize(figures, Pretty));
        return figures.Problems.Count == 0 ? 0 : 1;
    }
}
