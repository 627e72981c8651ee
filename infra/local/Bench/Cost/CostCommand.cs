using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench.Cost;

/// <summary><c>bench cost</c>: counts what a cohort takes, and reckons what Azure would bill for it; prints JSON, and fails above a dollar.</summary>
static class CostCommand
{
    static readonly Option<int?> People = new("--people") { Description = "Who apply; the whole sample, 488, unless fewer are asked for." };
    static readonly Option<string> Prices = new("--prices")
    {
        Description = "A price table of your own, of the form of prices.json.",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Bench", "Cost", "prices.json"),
    };

    static readonly Option<int> Minutes = new("--idle-minutes") { Description = "For which an idle host is watched.", DefaultValueFactory = _ => 3 };
    static readonly Option<int> Port = new("--port") { Description = "The port of pages and webhooks.", DefaultValueFactory = _ => 7071 };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("cost", "Counts executions, storage requests, mails and bytes of a cohort, times a price table.") { People, Prices, Minutes, Port };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () => RunAsync(
                PriceTable.Read(parsed.GetValue(Prices)!), parsed.GetValue(People), TimeSpan.FromMinutes(parsed.GetValue(Minutes)), parsed.GetValue(Port), cancellation),
            cancellation));
        return command;
    }

    static async Task<int> RunAsync(PriceTable prices, int? people, TimeSpan idle, int port, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        var engine = await new EngineCost(idle, Console.Error.WriteLine).MeasureAsync(cancellation);
        var work = await new CohortCost(people, port, Console.Error.WriteLine).MeasureAsync(cancellation);
        var figures = CostFigures.Of(work, engine, prices);
        Console.WriteLine(JsonSerializer.Serialize(figures, Pretty));
        return figures.AzureStorage.Asleep <= CostFigures.Goal ? 0 : 1;
    }
}

/// <param name="Prices">That were used.</param>
/// <param name="Cohort">What it did.</param>
/// <param name="Engine">What the engine over storage takes.</param>
/// <param name="AzureStorage">The bill with the engine that Azure runs.</param>
/// <param name="Simulation">The bill with an engine that stores nothing, as on a laptop: what is left is the app's.</param>
/// <param name="NotCounted">What the bill has beside it.</param>
sealed record CostFigures(PriceTable Prices, CohortWork Cohort, EngineWork Engine, Bill AzureStorage, Bill Simulation, IReadOnlyList<string> NotCounted)
{
    /// <summary>Dollars that a cohort of the pilot's size may cost without a mail plan.</summary>
    public const double Goal = 1;

    /// <summary>As the deployment asks for.</summary>
    const double MemoryGigabytes = 2;

    public static CostFigures Of(CohortWork work, EngineWork engine, PriceTable prices) => new(
        prices, work, engine, Bill.Of(work, engine, prices, MemoryGigabytes), Bill.Of(work, null, prices, MemoryGigabytes),
        [
            "mails: by your mail service's plan",
            "alerts, logs beyond the free part, the key vault: see infra/azure/first-hour.md",
            "what the platform itself asks of queues while the host sleeps, to see whether to wake it",
            "bytes of histories, which the engine holds until the nightly purge",
        ]);
}
